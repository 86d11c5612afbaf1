// SPDX-License-Identifier: EUPL-1.2
#include "tests/hub/postgres.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <unistd.h>
#include <vector>

namespace medicobus::test {

namespace {

namespace fs = std::filesystem;

fs::path newestBin() {
    std::vector<fs::path> found;
    std::error_code ignored;
    for (const auto& each : fs::directory_iterator("/usr/lib/postgresql", ignored)) {
        if (fs::exists(each.path() / "bin/initdb")) {
            found.push_back(each.path() / "bin");
        }
    }
    std::sort(found.begin(), found.end());
    return found.empty() ? fs::path() : found.back();
}

/// The cluster, owned by `postgres` when we are root, who may not run one.
class Cluster {
public:
    Cluster() {
        const fs::path bin = newestBin();
        if (bin.empty()) {
            return;
        }
        std::string pattern = (fs::temp_directory_path() / "medicobus-pg-XXXXXX").string();
        m_folder = ::mkdtemp(pattern.data());
        m_bin = bin.string();
        m_user = ::geteuid() == 0 ? "runuser -u postgres -- " : "";
        if (!m_user.empty()) {
            run("chown postgres " + m_folder);
        }
        m_isUp = run(m_user + m_bin + "/initdb -D " + m_folder + "/data -U hub -A trust -E UTF8 --locale=C")
                 && run(m_user + m_bin + "/pg_ctl -w -D " + m_folder + "/data -l " + m_folder
                        + "/log -o \"-c listen_addresses='' -c unix_socket_directories=" + m_folder
                        + " -c max_connections=60 -c shared_buffers=32MB\" start");
    }
    ~Cluster() {
        if (m_isUp) {
            run(m_user + m_bin + "/pg_ctl -m immediate -D " + m_folder + "/data stop");
        }
        std::error_code ignored;
        if (!m_folder.empty()) {
            fs::remove_all(m_folder, ignored);
        }
    }
    Cluster(const Cluster&) = delete;
    Cluster& operator=(const Cluster&) = delete;

    std::optional<std::string> make(const std::string& database) const {
        if (!m_isUp) {
            return std::nullopt;
        }
        run(m_user + m_bin + "/createdb -h " + m_folder + " -U hub " + database);
        return "postgresql://hub@/" + database + "?host=" + m_folder;
    }

private:
    static bool run(const std::string& command) {
        return std::system((command + " > /dev/null 2>&1").c_str()) == 0;
    }

    std::string m_folder;
    std::string m_bin;
    std::string m_user;
    bool m_isUp = false;
};

} // namespace

std::optional<std::string> postgresUrl(const std::string& database) {
    static const Cluster cluster;
    return cluster.make(database);
}

} // namespace medicobus::test
