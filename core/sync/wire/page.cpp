// SPDX-License-Identifier: EUPL-1.2
#include "sync/wire/page.h"

#include <sodium.h>

namespace medicobus::sync {
namespace {

void readInto(Page& page, JsonReader& reader) {
    page.epoch = reader.text("epoch");
    page.from = readSeq(reader, "from");
    page.to = readSeq(reader, "to");
    page.count = readSeq(reader, "count");
    page.checksum = reader.text("checksum");
    page.hasMore = reader.flag("has_more", false);
    page.hubTime = readInstant(reader, "hub_time");
    page.operations = readOperations(reader, "operations");
    page.envelopes = readEnvelopes(reader, "envelopes");
    for (const std::string& text : reader.texts("removals")) {
        const auto id = Uuid::parse(text);
        if (!id) {
            reader.fail(codes::jsonRange, "removals", text, "UUID");
            return;
        }
        page.removals.push_back({*id});
    }
    page.chain = readChains(reader, "chain");
}

} // namespace

std::string checksumOf(const std::vector<Operation>& operations, const std::vector<OperationId>& removals) {
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, 32);
    for (const Operation& operation : operations) {
        crypto_generichash_update(&state, operation.hash.data(), operation.hash.size());
    }
    for (const OperationId& id : removals) {
        crypto_generichash_update(&state, id.value.bytes().data(), id.value.bytes().size());
    }
    Hash hash{};
    crypto_generichash_final(&state, hash.data(), hash.size());
    return toHex(viewOf(hash));
}

void close(Page& page) {
    page.count = static_cast<std::int64_t>(page.operations.size() + page.removals.size());
    page.checksum = checksumOf(page.operations, page.removals);
}

bool isWhole(const Page& page) {
    return page.count == static_cast<std::int64_t>(page.operations.size() + page.removals.size())
           && page.checksum == checksumOf(page.operations, page.removals);
}

std::string textOf(const Page& page) {
    Json removals = Json::array();
    for (const OperationId& id : page.removals) {
        removals.push_back(id.text());
    }
    const Json head{{"epoch", page.epoch},
                    {"from", page.from},
                    {"to", page.to},
                    {"count", page.count},
                    {"checksum", page.checksum},
                    {"has_more", page.hasMore},
                    {"hub_time", toMillis(page.hubTime)},
                    {"removals", std::move(removals)},
                    {"chain", chainsToJson(page.chain)}};
    return textOf(head, page.operations, page.envelopes);
}

Json toJson(const Chains& chains) {
    return {{"epoch", chains.epoch},
            {"hub_time", toMillis(chains.hubTime)},
            {"chains", chainsToJson(chains.chains)}};
}

Result<Page> readPage(std::string_view body) {
    Page page;
    return readMessage(body, [&](JsonReader& reader) { readInto(page, reader); }).map([&] {
        return std::move(page);
    });
}

Result<Page> readPageIn(const Json& body) {
    Page page;
    return readMessageIn(body, [&](JsonReader& reader) { readInto(page, reader); }).map([&] {
        return std::move(page);
    });
}

Result<Chains> readChainsAnswer(std::string_view body) {
    Chains chains;
    auto read = readMessage(body, [&](JsonReader& reader) {
        chains.epoch = reader.text("epoch");
        chains.hubTime = readInstant(reader, "hub_time");
        chains.chains = readChains(reader, "chains");
    });
    return read.map([&] { return std::move(chains); });
}

} // namespace medicobus::sync
