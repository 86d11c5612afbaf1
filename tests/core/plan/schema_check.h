// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/file.h"
#include "base/json_reader.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <unistd.h>

namespace medicobus::plan::testing {

/// A new empty folder of this test and process, under the folder that GoogleTest gives.
inline std::filesystem::path emptyFolder(const std::string& name) {
    const auto folder =
        std::filesystem::path(::testing::TempDir()) / ("medicobus-" + name + "-" + std::to_string(getpid()));
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    return folder;
}

/// What the JSON Schema of a format says of each named document; nothing without python3-jsonschema.
inline std::optional<std::map<std::string, bool>> askSchema(const std::string& schema,
                                                            const std::map<std::string, Json>& documents) {
    const auto folder = emptyFolder("schema-" + schema);
    for (const auto& [name, document] : documents) {
        EXPECT_TRUE(writeFile(folder / (name + ".json"), document.dump()));
    }
    const std::string source = MEDICOBUS_SOURCE_DIR;
    const std::string command = "python3 '" + source + "/tests/core/plan/check_schema.py' '" + source
                                + "/core/plan/json/" + schema + "' '" + folder.string() + "'";
    FILE* pipe = popen(command.c_str(), "r");
    if (!pipe) {
        return {};
    }
    std::string output;
    std::array<char, 4096> chunk{};
    while (const std::size_t count = std::fread(chunk.data(), 1, chunk.size(), pipe)) {
        output.append(chunk.data(), count);
    }
    constexpr int missingLibrary = 77;
    constexpr int missingPython = 127;
    const int status = pclose(pipe) / 256;
    if (status == missingLibrary || status == missingPython) {
        return {};
    }
    EXPECT_EQ(status, 0) << command;
    std::map<std::string, bool> answers;
    std::istringstream lines(output);
    std::string name;
    std::string answer;
    while (lines >> name >> answer) {
        answers[name] = answer == "yes";
    }
    EXPECT_EQ(answers.size(), documents.size());
    return answers;
}

} // namespace medicobus::plan::testing
