// SPDX-License-Identifier: EUPL-1.2
#include "sync/stick/stick.h"

#include "base/file.h"
#include "sync/device/locals.h"

#include <sodium.h>

#include <algorithm>

namespace medicobus::sync {
namespace {

constexpr std::string_view format = "medicobus-stick/1";
/// Operations to a line, so that a long chain needs no single text of its size.
constexpr std::size_t runLength = 1000;

std::string proofOf(std::string_view content) {
    Hash hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(content.data()),
                       content.size(), nullptr, 0);
    return std::string(format) + std::string(viewOf(hash));
}

Fault badStick(const std::filesystem::path& file, std::size_t line, std::string cause) {
    return fault(codes::badStick,
                 {{"file", file.string()}, {"line", std::to_string(line)}, {"cause", std::move(cause)}});
}

std::vector<std::string_view> linesOf(std::string_view content) {
    std::vector<std::string_view> lines;
    for (std::size_t end = content.find('\n'); end != std::string_view::npos; end = content.find('\n')) {
        lines.push_back(content.substr(0, end));
        content.remove_prefix(end + 1);
    }
    return lines;
}

Result<std::size_t> readHeader(std::string_view line, Stick& stick) {
    std::int64_t pushes = 0;
    auto read = readMessage(line, [&](JsonReader& reader) {
        if (const std::string found = reader.text("format"); found != format) {
            reader.fail(codes::jsonRange, "format", found, std::string(format));
        }
        stick.device = {readUuid(reader, "device")};
        stick.madeAt = readInstant(reader, "made_at");
        stick.chains = readChains(reader, "chains");
        pushes = readSeq(reader, "pushes");
    });
    return read.map([&] { return static_cast<std::size_t>(pushes); });
}

/// The parts of a file as written, its signature not yet looked at.
Result<Stick> parse(const std::filesystem::path& file, const std::vector<std::string_view>& lines) {
    Stick stick;
    if (lines.size() < 2) {
        return badStick(file, lines.size(), "cut");
    }
    const auto pushes = readHeader(lines.front(), stick);
    if (!pushes) {
        return badStick(file, 1, std::string(pushes.error().detail("key")));
    }
    if (lines.size() != *pushes + 2) {
        return badStick(file, lines.size(), "cut");
    }
    for (std::size_t at = 1; at + 1 < lines.size(); ++at) {
        auto push = readPush(lines[at]);
        if (!push) {
            return badStick(file, at + 1, std::string(push.error().detail("key")));
        }
        stick.pushes.push_back(std::move(*push));
    }
    return stick;
}

Result<bool> isRevoked(const journal::Journal& journal, const DeviceId& device) {
    return journal.ofSubject({"device", device.text()}).map([](const std::vector<Operation>& history) {
        return std::any_of(history.begin(), history.end(),
                           [](const Operation& operation) { return operation.kind == "device.revoked"; });
    });
}

} // namespace

Result<Stick> stickFor(const journal::Journal& journal, DeviceKeys& keys, const Clock& clock,
                       const std::map<DeviceId, std::int64_t>& theirs) {
    auto chains = journal.chains();
    if (!chains) {
        return Fault(chains.error());
    }
    Stick stick{journal.device(), clock.now(), std::move(*chains), {}};
    for (const auto& [device, last] : stick.chains) {
        const auto known = theirs.find(device);
        std::int64_t after = known == theirs.end() ? 0 : known->second;
        for (;;) {
            auto operations = journal.operationsOf(device, after, runLength);
            if (!operations) {
                return Fault(operations.error());
            }
            if (operations->empty()) {
                break;
            }
            after = operations->back().seq;
            for (Operation& operation : *operations) {
                if (operation.signature) {
                    continue;
                }
                const auto signature = keys.sign(viewOf(operation.hash));
                if (!signature) {
                    return Fault(signature.error());
                }
                operation.signature = *signature;
            }
            auto envelopes = journal.envelopesFor(*operations);
            if (!envelopes) {
                return Fault(envelopes.error());
            }
            stick.pushes.push_back({device, {}, std::move(*operations), std::move(*envelopes)});
        }
    }
    return stick;
}

Result<void> writeStick(const std::filesystem::path& file, const Stick& stick, DeviceKeys& keys) {
    const Json header = {{"format", format},
                         {"device", stick.device.text()},
                         {"made_at", toMillis(stick.madeAt)},
                         {"chains", chainsToJson(stick.chains)},
                         {"pushes", stick.pushes.size()}};
    std::string content = header.dump() + '\n';
    for (const Push& push : stick.pushes) {
        content += textOf(push);
        content += '\n';
    }
    const auto signature = keys.sign(proofOf(content));
    if (!signature) {
        return Fault(signature.error());
    }
    return writeFile(file, content + toBase64(*signature) + '\n');
}

Result<Stick> readStick(const std::filesystem::path& file, const journal::Journal& journal, KeyBook& keys) {
    const auto content = readFile(file);
    if (!content) {
        return Fault(content.error());
    }
    const auto lines = linesOf(*content);
    auto stick = parse(file, lines);
    if (!stick) {
        return stick;
    }
    const std::size_t signedSize = content->size() - lines.back().size() - 1;
    const auto signature = arrayFromBase64<64>(lines.back());
    if (!content->ends_with('\n') || !signature) {
        return badStick(file, lines.size(), "cut");
    }
    // The hub's own operations on the stick may be the first to say who its writer is.
    std::vector<Operation> operations;
    for (const Push& push : stick->pushes) {
        operations.insert(operations.end(), push.operations.begin(), push.operations.end());
    }
    if (auto checked = checkSignatures(operations, keys); !checked) {
        return Fault(checked.error());
    }
    const auto key = keys.keyOf(stick->device);
    const auto revoked = isRevoked(journal, stick->device);
    if (!key || !revoked) {
        return Fault(key ? revoked.error() : key.error());
    }
    if (!*key || *revoked) {
        return fault(*revoked ? codes::revokedSigner : codes::unknownSigner,
                     {{"file", file.string()}, {"device", stick->device.text()}});
    }
    if (!isSignedBy(**key, proofOf(std::string_view(*content).substr(0, signedSize)), *signature)) {
        return badStick(file, lines.size(), "signature");
    }
    return stick;
}

Result<journal::Ingested> takeIn(journal::Journal& journal, const Stick& stick) {
    journal::Incoming incoming;
    // What its author may not live to bring, this device does: at its next contact it compares all chains.
    incoming.locals = {{locals::catchingUp, "1"}};
    for (const Push& push : stick.pushes) {
        incoming.operations.insert(incoming.operations.end(), push.operations.begin(), push.operations.end());
        incoming.envelopes.insert(incoming.envelopes.end(), push.envelopes.begin(), push.envelopes.end());
    }
    return journal.ingest(incoming);
}

} // namespace medicobus::sync
