// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/core/clinic/desk_test.h"

namespace medicobus::clinic {

/// Two desks of one crew, each on its own file, that hand each other what they wrote.
class TwoDesks : public DeskTest {
protected:
    void SetUp() override {
        DeskTest::SetUp();
        auto opened = Desk::open(folder / "other.db", clock, entropy(), "crew-2");
        ASSERT_TRUE(opened);
        other = std::make_unique<Desk>(std::move(*opened));
        other->useVault(vault.get());
        bring(*desk, *other);
    }
    void TearDown() override {
        other.reset();
        DeskTest::TearDown();
    }
    static journal::Incoming all(Desk& from) {
        journal::Incoming incoming;
        const auto read = from.journal().each([&](const journal::Operation& each) -> Result<void> {
            incoming.operations.push_back(each);
            return {};
        });
        EXPECT_TRUE(read);
        incoming.envelopes = from.journal().envelopes().value();
        return incoming;
    }
    static void take(Desk& to, const journal::Incoming& incoming) {
        ASSERT_EQ(codeIn(to.journal().ingest(incoming)), "done");
        ASSERT_EQ(codeIn(to.noteExchange()), "done");
    }
    static void bring(Desk& from, Desk& to) { take(to, all(from)); }
    static std::string phoneOf(Desk& at, const PatientId& id) {
        const auto known = at.patient(id);
        return known ? known->details.phone : std::string(known.error().code().name);
    }
    void giveNumber(Desk& at, const PatientId& id, const std::string& phone) {
        PatientDetails details = at.patient(id)->details;
        details.phone = phone;
        ASSERT_EQ(codeIn(at.correctPatient(id, details)), "done");
    }

    std::unique_ptr<Desk> other;
};

} // namespace medicobus::clinic
