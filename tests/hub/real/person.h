// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/random.h"
#include "tests/hub/real/told.h"
#include "tests/hub/rig/tablet.h"

namespace medicobus::testing {

/// One bus with sessions every day of this week and the next, few places, so that people meet at them.
plan::Programme crowdedProgramme(Date today);

/// Who sits before a device: registers, books, moves, marks, records and erases as numbers fall, synchronises
/// now and then, and writes down what the device says.
class Person {
public:
    Person(Tablet& tablet, const Teller& teller, std::uint64_t seed);

    void act();
    void synchronise();

private:
    void book();
    void change();
    void recordVisit();
    void erase();
    std::vector<clinic::AppointmentId> appointments() const;
    /// Says every own change that was kept since, and every appointment that looks otherwise than before.
    void tellWhatIsNew();
    template <typename T>
    void note(const Result<T>& result);

    Tablet& m_tablet;
    const Teller& m_teller;
    Random m_random;
    std::vector<clinic::PatientId> m_people;
    std::int64_t m_lastTold = 0;
    std::map<std::string, simulation::Shown> m_shown;
};

} // namespace medicobus::testing
