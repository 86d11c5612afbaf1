// SPDX-License-Identifier: EUPL-1.2
#include "base/json/text.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>

namespace medicobus {
namespace {

using Json = nlohmann::json;

constexpr int deep = 48;

Json madeUp(std::mt19937_64& random, int depth) {
    const auto text = [&] {
        constexpr std::array<std::string_view, 8> parts{"a",  "seal_key", "2027-03-02", "é",
                                                        "\"", "\\",       "\n",         " z~ "};
        std::string made;
        for (std::uint64_t left = random() % 4; left > 0; --left) {
            made += parts[random() % parts.size()];
        }
        return made;
    };
    switch (random() % (depth > 0 ? 9U : 7U)) {
    case 0:
        return nullptr;
    case 1:
        return random() % 2 == 0;
    case 2:
        return random() >> (random() % 64);
    case 3:
        return -static_cast<std::int64_t>(random() >> (1 + random() % 62));
    case 4:
        return static_cast<double>(random()) / 1e7;
    case 5:
    case 6:
        return text();
    case 7: {
        Json list = Json::array();
        for (std::uint64_t left = random() % 4; left > 0; --left) {
            list.push_back(madeUp(random, depth - 1));
        }
        return list;
    }
    default: {
        Json object = Json::object();
        for (std::uint64_t left = random() % 4; left > 0; --left) {
            object[text()] = madeUp(random, depth - 1);
        }
        return object;
    }
    }
}

TEST(JsonText, WritesWhatTheLibraryWrites) {
    const auto seed = std::random_device()();
    SCOPED_TRACE(seed);
    std::mt19937_64 random(seed);
    for (int round = 0; round < 2'000; ++round) {
        const Json value = madeUp(random, 4);
        ASSERT_EQ(jsonText(value), value.dump());
    }
}

TEST(JsonText, ReadsWhatTheLibraryReadsOrLeavesItToTheLibrary) {
    const auto seed = std::random_device()();
    SCOPED_TRACE(seed);
    std::mt19937_64 random(seed);
    int read = 0;
    for (int round = 0; round < 2'000; ++round) {
        std::string text = madeUp(random, 4).dump(round % 3 == 0 ? 2 : -1);
        if (round % 2 == 0 && !text.empty()) {
            text[random() % text.size()] = static_cast<char>(random());
        }
        const Json whole = Json::parse(text, nullptr, false);
        if (const auto plain = parsePlainJson(text, deep)) {
            ++read;
            ASSERT_FALSE(whole.is_discarded()) << text;
            ASSERT_EQ(*plain, whole) << text;
            ASSERT_EQ(plain->type(), whole.type()) << text;
        }
    }
    EXPECT_GT(read, 300);
}

TEST(JsonText, ReadsPlainTextItself) {
    const auto read = parsePlainJson(
        R"( {"z": [1, -2, 123456789012345678, true, false, null, {}, []], "a": "déjà vu", "a": "two"} )",
        deep);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->at("a"), "two") << "of two alike the last counts";
    EXPECT_TRUE(read->at("z")[0].is_number_unsigned());
    EXPECT_FALSE(read->at("z")[1].is_number_unsigned());
    EXPECT_EQ(read->dump(), R"({"a":"two","z":[1,-2,123456789012345678,true,false,null,{},[]]})");
}

TEST(JsonText, LeavesTheRestToTheLibrary) {
    for (const std::string_view text : {"",
                                        " ",
                                        "{",
                                        "[1,]",
                                        "{\"a\":1,}",
                                        "[1 2]",
                                        "01",
                                        "-",
                                        "1.5",
                                        "1e3",
                                        "12345678901234567890",
                                        "nul",
                                        "\"a\\n\"",
                                        "\"\x01\"",
                                        "\"\xC3\"",
                                        "\"open",
                                        "[] []",
                                        "{1:2}",
                                        "{\"a\"}",
                                        "\xEF\xBB\xBF{}"}) {
        EXPECT_FALSE(parsePlainJson(text, deep)) << text;
    }
}

TEST(JsonText, RefusesToGoDeeperThanAsked) {
    EXPECT_TRUE(parsePlainJson("[[[]],[[]]]", 3));
    EXPECT_FALSE(parsePlainJson("[[[]],[[]]]", 2));
    EXPECT_FALSE(parsePlainJson(std::string(200'000, '['), deep));
}

TEST(JsonText, ThrowsAsTheLibraryDoesForWhatIsNotUtf8) {
    EXPECT_THROW(jsonText(Json("\xFF")), Json::exception);
}

} // namespace
} // namespace medicobus
