// SPDX-License-Identifier: EUPL-1.2
#include "platform/network/curl_transport.h"

namespace medicobus {

Result<travel::Reply> CurlTransport::get(const std::string& url) {
    CurlCall call;
    call.url = url;
    CurlReply reply = m_easy.perform(call);
    if (reply.failure != nullptr) {
        // Without the query: an address with a hundred points says nothing to a person.
        return fault(travel::codes::travelUnreachable,
                     {{"url", url.substr(0, url.find("/table/"))}, {"cause", reply.failure}});
    }
    return travel::Reply{reply.status, std::move(reply.body)};
}

} // namespace medicobus
