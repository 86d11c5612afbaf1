// SPDX-License-Identifier: EUPL-1.2
// Writes the public sites that the browser test opens: the sample programme, the same one marked fictional
// with every text long, and a programme without any passage.
#include "publish/site.h"
#include "sample_programme.h"

#include <cstdio>

namespace {

using namespace medicobus;

bool write(const std::filesystem::path& folder, const plan::Programme& programme) {
    const auto files =
        publish::publishAll(programme, testing::day("2027-03-01"), testing::day("2027-08-31"),
                            testing::utc("2027-02-26T17:05"), {"https://medicobus.example.fr/", ""});
    return files && publish::writeSite(folder, *files);
}

} // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::fputs("usage: make_pages FOLDER\n", stderr);
        return 2;
    }
    const std::filesystem::path folder = arguments[1];
    const plan::Programme sample = testing::sampleProgramme();
    plan::Programme fictional = sample;
    fictional.isFictional = true;
    fictional.name = "Médicobus des communes de l’Admidep-et-Haute-Vallée";
    plan::Programme bare = sample;
    bare.series.clear();
    return write(folder / "sample", sample) && write(folder / "fictional", fictional)
                   && write(folder / "bare", bare)
               ? 0
               : 1;
}
