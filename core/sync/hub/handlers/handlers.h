// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sync/hub/web/request.h"

// One function a route; the table that names them is in `web/routes.cpp`.

namespace medicobus::sync::handlers {

using web::Request;
using Answer = Result<HttpAnswer>;

// exchange.cpp
Answer push(Hub::State& hub, Request& request);
Answer pull(Hub::State& hub, Request& request);
Answer chains(Hub::State& hub, Request& request);
Answer lease(Hub::State& hub, Request& request);
Answer freePlaces(Hub::State& hub, Request& request);

// sessions.cpp
Answer challenge(Hub::State& hub, Request& request);
Answer openSession(Hub::State& hub, Request& request);

// devices.cpp
Answer inviteDevice(Hub::State& hub, Request& request);
Answer enrol(Hub::State& hub, Request& request);
Answer enrolment(Hub::State& hub, Request& request);
Answer enrolments(Hub::State& hub, Request& request);
Answer approve(Hub::State& hub, Request& request);
Answer devices(Hub::State& hub, Request& request);
Answer revoke(Hub::State& hub, Request& request);
Answer rescope(Hub::State& hub, Request& request);
Answer confirmWipe(Hub::State& hub, Request& request);

// service.cpp
Answer health(Hub::State& hub, Request& request);
Answer metrics(Hub::State& hub, Request& request);
Answer describe(Hub::State& hub, Request& request);
Answer identity(Hub::State& hub, Request& request);
Answer accessLog(Hub::State& hub, Request& request);
Answer page(Hub::State& hub, Request& request);

} // namespace medicobus::sync::handlers
