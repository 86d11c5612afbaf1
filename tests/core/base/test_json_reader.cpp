// SPDX-License-Identifier: EUPL-1.2
#include "base/json_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace medicobus {
namespace {

using ::testing::ElementsAre;

/// Reads a text by `read` and gives the error, or one named "none".
Error errorOf(std::string_view text, const std::function<void(JsonReader&)>& read) {
    const auto json = JsonReader::parse(text, "f.json").value();
    JsonReader reader(json, "$", "f.json");
    read(reader);
    const auto done = reader.finish();
    return done ? Error(ErrorCode{"none"}) : done.error();
}

void expectError(std::string_view text, const std::function<void(JsonReader&)>& read, ErrorCode code,
                 std::string_view key) {
    const auto error = errorOf(text, read);
    EXPECT_EQ(error.code().name, code.name) << text;
    EXPECT_EQ(error.detail("key"), key) << text;
    EXPECT_EQ(error.detail("file"), "f.json") << text;
}

TEST(JsonReader, RefusesWhatNestsDeeperThanAnyFormat) {
    const std::string deep = std::string(200'000, '[') + std::string(200'000, ']');
    const auto read = JsonReader::parse("{\"a\":" + deep + "}", "deep.json");
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code(), codes::jsonRange);
    EXPECT_EQ(read.error().detail("file"), "deep.json");
    EXPECT_TRUE(JsonReader::parse("{\"a\":\"" + std::string(1000, '[') + "\"}", "text.json"))
        << "brackets in a text do not nest";
}

TEST(JsonReader, NamesThePlaceOfASyntaxError) {
    struct Case {
        std::string text, line, column;
    };
    for (const auto& [text, line, column] :
         {Case{"{\n \"a\": 1,\n \"b\": ?\n}", "3", "7"}, Case{"[1,]", "1", "4"}, Case{"", "1", "1"},
          Case{"{\"a\": 1", "1", "8"}}) {
        const auto json = JsonReader::parse(text, "f.json");
        ASSERT_FALSE(json) << text;
        EXPECT_EQ(json.error().code(), codes::jsonSyntax);
        EXPECT_EQ(json.error().detail("file"), "f.json");
        EXPECT_EQ(json.error().detail("line"), line) << text;
        EXPECT_EQ(json.error().detail("column"), column) << text;
    }
}

TEST(JsonReader, NeverThrowsOnHostileText) {
    EXPECT_FALSE(JsonReader::parse("{\"a\": 1e999}", "f.json"));
    EXPECT_FALSE(JsonReader::parse("{\"a\": \"\xE9\"}", "f.json"));
    EXPECT_FALSE(JsonReader::parse("\"\\ud800\"", "f.json"));
}

TEST(JsonReader, ReadsEveryKindOfValue) {
    const auto error = errorOf(
        R"({"t":"é","n":2.5,"w":7,"f":true,"h":"08:30","d":"2027-03-01","day":"TU","days":["MO","FR"],
            "ints":[0,2],"texts":["a"],"o":{"x":1},"list":[{"x":1},{"x":2}],"raw":[1]})",
        [](JsonReader& reader) {
            EXPECT_EQ(reader.text("t"), "é");
            EXPECT_EQ(reader.number("n", 0, 10), 2.5);
            EXPECT_EQ(reader.whole("w", 0, 10), 7);
            EXPECT_TRUE(reader.flag("f", false));
            EXPECT_EQ(reader.time("h"), TimeOfDay(510));
            EXPECT_EQ(formatDate(reader.date("d")), "2027-03-01");
            EXPECT_EQ(reader.weekday("day"), Weekday::Tuesday);
            EXPECT_THAT(reader.weekdays("days"), ElementsAre(Weekday::Monday, Weekday::Friday));
            EXPECT_THAT(reader.wholes("ints", 0, 3), ElementsAre(0, 2));
            EXPECT_THAT(reader.texts("texts"), ElementsAre("a"));
            int sum = 0;
            reader.object("o", [&](JsonReader& o) { sum += o.whole("x", 0, 9); });
            reader.each("list", [&](JsonReader& o) { sum += o.whole("x", 0, 9); });
            EXPECT_EQ(sum, 4);
            EXPECT_EQ(reader.raw("raw").size(), 1U);
            EXPECT_TRUE(reader.has("t"));
            EXPECT_FALSE(reader.has("absent"));
        });
    EXPECT_EQ(error.code().name, "none") << error.detail("key");
}

TEST(JsonReader, FallsBackWhereAKeyIsOptional) {
    const auto error = errorOf("{}", [](JsonReader& reader) {
        EXPECT_EQ(reader.text("t", "x"), "x");
        EXPECT_EQ(reader.number("n", 0, 10, 2.5), 2.5);
        EXPECT_EQ(reader.whole("w", 0, 10, 7), 7);
        EXPECT_TRUE(reader.flag("f", true));
        EXPECT_TRUE(reader.raw("raw").is_null());
    });
    EXPECT_EQ(error.code().name, "none");
}

TEST(JsonReader, NamesTheKeyThatIsMissing) {
    expectError(
        "{}", [](JsonReader& r) { r.text("id"); }, codes::jsonMissingKey, "$.id");
    expectError(R"({"buses":[{"id":"B1"},{}]})",
                [](JsonReader& r) { r.each("buses", [](JsonReader& bus) { bus.text("id"); }); },
                codes::jsonMissingKey, "$.buses[1].id");
    expectError(R"({"buses":[{"depot":{"lat":1}}]})",
                [](JsonReader& r) {
                    r.each("buses", [](JsonReader& bus) {
                        bus.object("depot", [](JsonReader& depot) {
                            depot.number("lat", -90, 90);
                            depot.number("lon", -180, 180);
                        });
                    });
                },
                codes::jsonMissingKey, "$.buses[0].depot.lon");
}

TEST(JsonReader, RefusesAnotherType) {
    const auto type = codes::jsonType;
    expectError(R"({"a":1})", [](JsonReader& r) { r.text("a"); }, type, "$.a");
    expectError(R"({"a":"1"})", [](JsonReader& r) { r.number("a", 0, 9); }, type, "$.a");
    expectError(R"({"a":null})", [](JsonReader& r) { r.number("a", 0, 9, 1); }, type, "$.a");
    expectError(R"({"a":1.5})", [](JsonReader& r) { r.whole("a", 0, 9); }, type, "$.a");
    expectError(R"({"a":1})", [](JsonReader& r) { r.flag("a", true); }, type, "$.a");
    expectError(R"({"a":1})", [](JsonReader& r) { r.texts("a"); }, type, "$.a");
    expectError(R"({"a":["x",2]})", [](JsonReader& r) { r.texts("a"); }, type, "$.a[1]");
    expectError(R"({"a":[0,1.5]})", [](JsonReader& r) { r.wholes("a", 0, 9); }, type, "$.a[1]");
    expectError(R"({"a":1})", [](JsonReader& r) { r.wholes("a", 0, 9); }, type, "$.a");
    expectError(R"({"a":[]})", [](JsonReader& r) { r.object("a", [](JsonReader&) {}); }, type, "$.a");
    expectError(R"({"a":{}})", [](JsonReader& r) { r.each("a", [](JsonReader&) {}); }, type, "$.a");
    expectError(R"({"a":[{},1]})", [](JsonReader& r) { r.each("a", [](JsonReader&) {}); }, type, "$.a[1]");
    expectError(
        "[]", [](JsonReader&) {}, type, "$");
}

TEST(JsonReader, RefusesWhatIsOutOfRangeOrDoesNotExist) {
    expectError(R"({"lat":90.5})", [](JsonReader& r) { r.number("lat", -90, 90); }, codes::jsonRange,
                "$.lat");
    expectError(R"({"w":5})", [](JsonReader& r) { r.whole("w", 1, 4); }, codes::jsonRange, "$.w");
    expectError(R"({"w":[0,4]})", [](JsonReader& r) { r.wholes("w", 0, 3); }, codes::jsonRange, "$.w[1]");
    expectError(R"({"t":"8:30"})", [](JsonReader& r) { r.time("t"); }, codes::timeTimeOfDay, "$.t");
    expectError(R"({"d":"2027-02-29"})", [](JsonReader& r) { r.date("d"); }, codes::timeDate, "$.d");
    expectError(R"({"d":"LU"})", [](JsonReader& r) { r.weekday("d"); }, codes::timeWeekday, "$.d");
    expectError(R"({"d":["MO","LU"]})", [](JsonReader& r) { r.weekdays("d"); }, codes::timeWeekday, "$.d[1]");
}

TEST(JsonReader, RefusesAKeyThatNobodyAskedFor) {
    const auto error = errorOf(R"({"known":1,"knwon":2})", [](JsonReader& r) { r.whole("known", 0, 9); });
    EXPECT_EQ(error.code(), codes::jsonUnknownKey);
    EXPECT_EQ(error.detail("key"), "$.knwon");
    EXPECT_EQ(error.detail("expected"), "known");
    expectError(R"({"o":{"x":1}})", [](JsonReader& r) { r.object("o", [](JsonReader&) {}); },
                codes::jsonUnknownKey, "$.o.x");
}

TEST(JsonReader, LetsUnknownKeysPassWhereAllowed) {
    const auto error = errorOf(R"({"new":1,"o":{"x":1},"l":[{"y":2}]})", [](JsonReader& r) {
        r.allowUnknownKeys();
        r.object("o", [](JsonReader&) {});
        r.each("l", [](JsonReader&) {});
    });
    EXPECT_EQ(error.code().name, "none") << error.detail("key");
}

TEST(JsonReader, KeepsTheFirstFaultOnly) {
    const auto error = errorOf(R"({"a":"x","b":"y"})", [](JsonReader& reader) {
        reader.number("a", 0, 1);
        EXPECT_FALSE(reader.ok());
        reader.fail(ErrorCode{"mine"}, "b");
    });
    EXPECT_EQ(error.code(), codes::jsonType);
    EXPECT_EQ(error.detail("key"), "$.a");
    const auto own = errorOf(R"({"b":"y"})", [](JsonReader& reader) {
        reader.fail(ErrorCode{"mine"}, "b", reader.text("b"), "z");
    });
    EXPECT_EQ(own.code().name, "mine");
    EXPECT_EQ(own.detail("value"), "y");
    EXPECT_EQ(own.detail("expected"), "z");
}

} // namespace
} // namespace medicobus
