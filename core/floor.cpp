// SPDX-License-Identifier: EUPL-1.2
// The empty source of every link-level floor check (see floors.cmake).
