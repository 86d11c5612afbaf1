// SPDX-License-Identifier: EUPL-1.2
#include "platform/clock/system_clock.h"
#include "tests/hub/real/person.h"

#include <iostream>
#include <thread>

// real_device FOLDER ACTOR HUB HUB_KEY SEED: a device at work until it is killed.

using namespace medicobus;

int main(int argc, char** argv) {
    if (argc != 6) {
        return 2;
    }
    const std::filesystem::path folder = argv[1];
    try {
        const platform::SystemClock clock;
        testing::Tablet tablet(folder, argv[2], clock);
        tablet.open();
        tablet.connect(argv[3], sync::arrayFromBase64<32>(argv[4]).value());
        const testing::Teller teller(folder / "told.log");
        const std::uint64_t seed = std::strtoull(argv[5], nullptr, 10);
        testing::Person person(tablet, teller, seed);
        Random pace(seed + 1);
        while (true) {
            const auto acts = pace.below(6);
            for (std::uint64_t i = 0; i < acts; ++i) {
                person.act();
            }
            person.synchronise();
            // The hub allows a device 20 calls a second.
            std::this_thread::sleep_for(std::chrono::milliseconds(200 + pace.below(200)));
        }
    } catch (const std::exception& failure) {
        std::cerr << folder.filename().string() << ": " << failure.what() << std::endl;
        return 1;
    }
}
