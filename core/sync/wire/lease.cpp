// SPDX-License-Identifier: EUPL-1.2
#include "sync/wire/lease.h"

#include <limits>

namespace medicobus::sync {
namespace {

constexpr int most = std::numeric_limits<int>::max();

Json placesToJson(const std::vector<Place>& places) {
    Json list = Json::array();
    for (const Place& place : places) {
        list.push_back({{"slot", place.slot}, {"seat", place.seat}});
    }
    return list;
}

std::vector<Place> readPlaces(JsonReader& reader) {
    std::vector<Place> places;
    reader.each("places", [&](JsonReader& item) {
        places.push_back({item.whole("slot", 0, most), item.whole("seat", 0, most, 0)});
    });
    return places;
}

Lease readOne(JsonReader& reader) {
    Lease lease;
    lease.id = reader.text("lease");
    lease.device = {readUuid(reader, "device")};
    lease.occurrence = reader.text("occurrence");
    lease.places = readPlaces(reader);
    lease.until = readInstant(reader, "until");
    return lease;
}

} // namespace

Json toJson(const LeaseRequest& request) {
    return {
        {"request", request.request.text()}, {"occurrence", request.occurrence}, {"places", request.places}};
}

Json toJson(const Lease& lease) {
    return {{"lease", lease.id},
            {"device", lease.device.text()},
            {"occurrence", lease.occurrence},
            {"places", placesToJson(lease.places)},
            {"until", toMillis(lease.until)}};
}

Json toJson(const LeaseAnswer& answer) {
    Json json = {{"hub_time", toMillis(answer.hubTime)}};
    if (answer.lease) {
        json["granted"] = toJson(*answer.lease);
    }
    return json;
}

Json toJson(const LeaseRelease& release) {
    return {{"lease", release.lease}, {"places", placesToJson(release.places)}};
}

Result<LeaseRequest> readLeaseRequest(std::string_view body) {
    LeaseRequest request;
    auto read = readMessage(body, [&](JsonReader& reader) {
        request.request = readUuid(reader, "request");
        request.occurrence = reader.text("occurrence");
        request.places = reader.whole("places", 1, 1000);
    });
    return read.map([&] { return std::move(request); });
}

Result<Lease> readLease(const Json& body) {
    Lease lease;
    return readMessageIn(body, [&](JsonReader& reader) { lease = readOne(reader); }).map([&] {
        return std::move(lease);
    });
}

Result<LeaseAnswer> readLeaseAnswer(std::string_view body) {
    LeaseAnswer answer;
    auto read = readMessage(body, [&](JsonReader& reader) {
        answer.hubTime = readInstant(reader, "hub_time");
        if (reader.has("granted")) {
            reader.object("granted", [&](JsonReader& inside) { answer.lease = readOne(inside); });
        }
    });
    return read.map([&] { return std::move(answer); });
}

Result<LeaseRelease> readLeaseRelease(const Json& body) {
    LeaseRelease release;
    auto read = readMessageIn(body, [&](JsonReader& reader) {
        release.lease = reader.text("lease");
        release.places = readPlaces(reader);
    });
    return read.map([&] { return std::move(release); });
}

} // namespace medicobus::sync
