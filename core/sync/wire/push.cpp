// SPDX-License-Identifier: EUPL-1.2
#include "sync/wire/push.h"

namespace medicobus::sync {
namespace {

constexpr std::string_view format = "medicobus-push/1";
constexpr std::array<std::string_view, 4> verdictWords{"accepted", "merged", "conflict", "rejected"};

void readInto(Push& push, JsonReader& reader) {
    if (const std::string found = reader.text("format"); found != format) {
        reader.fail(codes::jsonRange, "format", found, std::string(format));
    }
    push.device = {readUuid(reader, "device")};
    push.epoch = reader.text("epoch");
    push.operations = readOperations(reader, "operations");
    push.envelopes = readEnvelopes(reader, "envelopes");
}

} // namespace

std::string_view wordOf(Verdict::Kind kind) {
    return verdictWords[static_cast<std::size_t>(kind)];
}

std::optional<Verdict::Kind> verdictOf(std::string_view word) {
    const auto at = std::find(verdictWords.begin(), verdictWords.end(), word);
    if (at == verdictWords.end()) {
        return std::nullopt;
    }
    return static_cast<Verdict::Kind>(at - verdictWords.begin());
}

std::string textOf(const Push& push) {
    const Json head{{"format", format}, {"device", push.device.text()}, {"epoch", push.epoch}};
    return textOf(head, push.operations, push.envelopes);
}

Json toJson(const PushAnswer& answer) {
    Json verdicts = Json::array();
    for (const Verdict& verdict : answer.verdicts) {
        Json item = {{"seq", verdict.seq}, {"verdict", wordOf(verdict.kind)}};
        if (!verdict.reason.empty()) {
            item["reason"] = verdict.reason;
        }
        if (verdict.by) {
            item["by"] = verdict.by->text();
        }
        verdicts.push_back(std::move(item));
    }
    return {{"acked_through", answer.ackedThrough},
            {"epoch", answer.epoch},
            {"hub_time", toMillis(answer.hubTime)},
            {"verdicts", std::move(verdicts)}};
}

Result<Push> readPush(std::string_view body) {
    Push push;
    return readMessage(body, [&](JsonReader& reader) { readInto(push, reader); }).map([&] {
        return std::move(push);
    });
}

Result<Push> readPushIn(const Json& body) {
    Push push;
    return readMessageIn(body, [&](JsonReader& reader) { readInto(push, reader); }).map([&] {
        return std::move(push);
    });
}

Result<PushAnswer> readPushAnswer(std::string_view body) {
    PushAnswer answer;
    auto read = readMessage(body, [&](JsonReader& reader) {
        answer.ackedThrough = readSeq(reader, "acked_through");
        answer.epoch = reader.text("epoch");
        answer.hubTime = readInstant(reader, "hub_time");
        reader.each("verdicts", [&](JsonReader& item) {
            Verdict verdict;
            verdict.seq = readSeq(item, "seq");
            verdict.kind = readWord<Verdict::Kind>(item, "verdict", verdictWords);
            verdict.reason = item.text("reason", {});
            if (item.has("by")) {
                verdict.by = OperationId{readUuid(item, "by")};
            }
            answer.verdicts.push_back(std::move(verdict));
        });
    });
    return read.map([&] { return std::move(answer); });
}

} // namespace medicobus::sync
