// SPDX-License-Identifier: EUPL-1.2
#include "base/random.h"
#include "base/uuid.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace medicobus {
namespace {

Entropy seeded(std::uint64_t seed) {
    return [random = Random(seed)](std::uint8_t* bytes, std::size_t count) mutable {
        std::generate_n(bytes, count, [&] { return static_cast<std::uint8_t>(random.below(256)); });
    };
}

Instant atMillis(std::int64_t millis) {
    return Instant(std::chrono::milliseconds(millis));
}

/// The example of RFC 9562, appendix A.6.
TEST(Uuid, IsLaidOutAsVersionSeven) {
    const std::array<std::uint8_t, 16> random{0,    0,    0,    0,    0,    0,    0x0C, 0xC3,
                                              0x18, 0xC4, 0xDC, 0x0C, 0x0C, 0x07, 0x39, 0x8F};
    const auto uuid = Uuid::v7(atMillis(0x017F22E279B0), [&](std::uint8_t* bytes, std::size_t count) {
        ASSERT_EQ(count, random.size());
        std::copy(random.begin(), random.end(), bytes);
    });
    EXPECT_EQ(uuid.text(), "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
}

TEST(Uuid, KeepsVersionAndVariantWhateverTheEntropy) {
    for (const std::uint8_t fill : std::array<std::uint8_t, 3>{0x00, 0xFF, 0x5A}) {
        const auto text = Uuid::v7(atMillis(1'800'000'000'000), [&](std::uint8_t* bytes, std::size_t count) {
                              std::fill_n(bytes, count, fill);
                          }).text();
        EXPECT_EQ(text[14], '7') << text;
        EXPECT_NE(std::string_view("89ab").find(text[19]), std::string_view::npos) << text;
    }
}

TEST(Uuid, IsOrderedByTimeInBytesAndInText) {
    auto entropy = seeded(3);
    auto previous = Uuid::v7(atMillis(1), entropy);
    for (std::int64_t millis = 2; millis < (std::int64_t{1} << 47); millis *= 3) {
        const auto next = Uuid::v7(atMillis(millis), entropy);
        EXPECT_LT(previous, next) << millis;
        EXPECT_LT(previous.text(), next.text()) << millis;
        previous = next;
    }
}

TEST(Uuid, IsReadInEitherCase) {
    const auto uuid = Uuid::v7(atMillis(1'800'000'000'000), seeded(5));
    EXPECT_EQ(Uuid::parse(uuid.text()), uuid);
    std::string upper = uuid.text();
    std::transform(upper.begin(), upper.end(), upper.begin(),
                   [](char c) { return c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c; });
    EXPECT_EQ(Uuid::parse(upper), uuid);
}

TEST(Uuid, RefusesAnotherForm) {
    for (const auto* text :
         {"", "017f22e2-79b0-7cc3-98c4-dc0c0c07398", "017f22e2-79b0-7cc3-98c4-dc0c0c07398ff",
          "017f22e279b07cc398c4dc0c0c07398f", "017f22e2079b0-7cc3-98c4-dc0c0c07398f",
          "017f22e2-79b0-7cc3-98c4-dc0c0c07398g", "{17f22e2-79b0-7cc3-98c4-dc0c0c07398}",
          "017f22e-279b0-7cc3-98c4-dc0c0c07398f"}) {
        EXPECT_FALSE(Uuid::parse(text)) << text;
    }
}

TEST(Uuid, NamesOneKindOfThing) {
    using PatientId = Id<struct PatientTag>;
    EXPECT_TRUE(PatientId{}.value.isNil());
    const auto id = PatientId::make(atMillis(1'800'000'000'000), seeded(9));
    EXPECT_FALSE(id.value.isNil());
    EXPECT_EQ(id.text(), id.value.text());
    static_assert(!std::is_convertible_v<PatientId, Id<struct VisitTag>>);
}

TEST(SystemEntropy, DoesNotRepeat) {
    std::set<Uuid> seen;
    const auto entropy = systemEntropy();
    for (int i = 0; i < 1000; ++i) {
        EXPECT_TRUE(seen.insert(Uuid::v7(atMillis(1), entropy)).second);
    }
}

} // namespace
} // namespace medicobus
