// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/plants/device_plants.h"

#include "sync/digest.h"
#include "sync/wire/page.h"
#include "sync/wire/push.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace medicobus::simulation {
namespace {

/// A plant that is a device's end of the network.
template <typename Link>
class LinkPlant final : public Plant {
public:
    LinkPlant(std::string_view name, Guarantee guarantee) : m_name(name), m_breaks(guarantee) {}
    std::string_view name() const override { return m_name; }
    Guarantee breaks() const override { return m_breaks; }
    std::unique_ptr<sync::HubLink> link(sync::HubLink& under) const override {
        return std::make_unique<Link>(under);
    }

private:
    std::string_view m_name;
    Guarantee m_breaks;
};

bool isPush(const sync::HttpCall& call) {
    return call.method == "POST" && call.path == "/v1/operations";
}
bool isPull(const sync::HttpCall& call) {
    return call.method == "GET" && call.path.starts_with("/v1/operations?");
}

void replaceBody(sync::HttpAnswer& answer, std::string body) {
    answer.body = std::move(body);
    sync::addDigest(answer);
}

/// Whatever comes of a push, the device takes it for stored.
class AnyAnswerIsYes final : public sync::HubLink {
public:
    explicit AnyAnswerIsYes(sync::HubLink& under) : m_under(under) {}
    Result<sync::HttpAnswer> call(const sync::HttpCall& call) override {
        auto answer = m_under.call(call);
        if (!isPush(call) || (answer && answer->status == 200)) {
            return answer;
        }
        const auto push = sync::readPush(call.body);
        if (!push || push->operations.empty()) {
            return answer;
        }
        sync::PushAnswer yes;
        yes.ackedThrough = push->operations.back().seq;
        yes.epoch = push->epoch;
        yes.hubTime = push->operations.back().recordedAt();
        sync::HttpAnswer made{200, "application/json", {}, {}};
        replaceBody(made, sync::toJson(yes).dump());
        return made;
    }

private:
    sync::HubLink& m_under;
};

/// A rejection is read as an acceptance.
class SwallowsVerdicts final : public sync::HubLink {
public:
    explicit SwallowsVerdicts(sync::HubLink& under) : m_under(under) {}
    Result<sync::HttpAnswer> call(const sync::HttpCall& call) override {
        auto answer = m_under.call(call);
        auto read = answer && isPush(call) && sync::isIntact(*answer) && answer->status == 200
                        ? sync::readPushAnswer(answer->body)
                        : fault(sync::codes::unreachable);
        if (!read) {
            return answer;
        }
        for (sync::Verdict& verdict : read->verdicts) {
            if (verdict.kind == sync::Verdict::Kind::Rejected) {
                verdict = {verdict.seq, sync::Verdict::Kind::Accepted, {}, {}};
            }
        }
        replaceBody(*answer, sync::toJson(*read).dump());
        return answer;
    }

private:
    sync::HubLink& m_under;
};

/// The cursor is kept apart from the page that it belongs to: a page that came and was not stored is not
/// asked for again.
class CursorGoesAhead final : public sync::HubLink {
public:
    explicit CursorGoesAhead(sync::HubLink& under) : m_under(under) {}
    Result<sync::HttpAnswer> call(const sync::HttpCall& call) override {
        std::int64_t after = 0;
        std::int64_t limit = 0;
        if (!isPull(call)
            || std::sscanf(call.path.c_str(), "/v1/operations?after=%ld&limit=%ld", &after, &limit) != 2
            || after == 0) {
            m_last = isPull(call) ? 0 : m_last;
            return m_under.call(call);
        }
        sync::HttpCall ahead = call;
        ahead.path = fmt::format("/v1/operations?after={}&limit={}", std::max(after, m_last), limit);
        auto answer = m_under.call(ahead);
        auto page = answer && sync::isIntact(*answer) ? sync::readPage(answer->body)
                                                      : fault(sync::codes::unreachable);
        if (page) {
            m_last = page->to;
            page->from = after;
            replaceBody(*answer, sync::textOf(*page));
        }
        return answer;
    }

private:
    sync::HubLink& m_under;
    std::int64_t m_last = 0;
};

/// A page that lost its last operation is taken for whole.
class PagesAreBelieved final : public sync::HubLink {
public:
    explicit PagesAreBelieved(sync::HubLink& under) : m_under(under) {}
    Result<sync::HttpAnswer> call(const sync::HttpCall& call) override {
        constexpr int oneIn = 2;
        auto answer = m_under.call(call);
        auto page = answer && isPull(call) && sync::isIntact(*answer) ? sync::readPage(answer->body)
                                                                      : fault(sync::codes::unreachable);
        if (page && page->operations.size() > 1 && ++m_pages % oneIn == 0) {
            page->operations.pop_back();
            sync::close(*page);
            replaceBody(*answer, sync::textOf(*page));
        }
        return answer;
    }

private:
    sync::HubLink& m_under;
    int m_pages = 0;
};

/// A fact that comes late is read as if it had been said last.
class ArrivalDecides final : public Plant {
public:
    std::string_view name() const override { return "a merge hangs on the order of arrival"; }
    Guarantee breaks() const override { return Guarantee::SameState; }
    void spoil(SQLite::Database& db) const override {
        db.exec("CREATE TRIGGER IF NOT EXISTS arrival_decides AFTER INSERT ON clinic_fact "
                "WHEN NEW.time < (SELECT max(time) FROM clinic_fact WHERE appointment = NEW.appointment) "
                "BEGIN UPDATE clinic_fact SET time = (SELECT max(time) + 1 FROM clinic_fact "
                "WHERE appointment = NEW.appointment) WHERE operation = NEW.operation; END");
    }
};

} // namespace

void addDevicePlants(std::vector<std::unique_ptr<Plant>>& into) {
    into.push_back(std::make_unique<LinkPlant<AnyAnswerIsYes>>("synchronised after any answer",
                                                               Guarantee::SyncedIsTrue));
    into.push_back(std::make_unique<LinkPlant<SwallowsVerdicts>>("rejections are swallowed",
                                                                 Guarantee::RefusalsAreSeen));
    into.push_back(std::make_unique<LinkPlant<CursorGoesAhead>>("the cursor is stored before its page",
                                                                Guarantee::NothingLost));
    into.push_back(std::make_unique<LinkPlant<PagesAreBelieved>>("pages are taken without their checksum",
                                                                 Guarantee::NothingLost));
    into.push_back(std::make_unique<ArrivalDecides>());
}

} // namespace medicobus::simulation
