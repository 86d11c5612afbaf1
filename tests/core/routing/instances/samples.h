// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace medicobus::testing::samples {

/// Small instances of each public format, made up for the tests.

/// Service inside the rows, 2 at the first customer.
inline constexpr const char* tsptw = R"(3 # nodes
0.5 4.25 7
6 2 5.125
10 8.1250 3
0 40
4 10
# Sum of service times: 5
0 20
)";

/// Depot at the origin; the first customer at distance sqrt(2) = 1.414, the second at 5.
inline constexpr const char* toptw = R"(4 2 2 1
0 200
 0 0.00 0.00 0.00 0.00 0 0 5 1000
 1 1.00 1.00 90.00 10.00 1 1 1 12 67
 2 3.00 4.00 9.50 7.00 1 2 4 8 25 70
)";

/// Two tours; vertex 2 has its windows the normal way, vertex 3 exchanged.
inline constexpr const char* mctopmtw = R"(2 2 150 7 6 5 4 3 2 1 0 9 8
0 0.0 0.0 0.0 0.0 5 1236
2 1.0 1.0 90.0 10.0 12 25.8 39.5 53.2 67 1 60 0 0 1 0 0 0 0 0 1 0
3 3.0 4.0 9.5 30.0 25 36.2 47.5 58.8 70 0 48 1 0 0 0 0 0 0 0 0 1
)";

/// Three days; the second has no longest route. Codes 4 = 100 (day 1), 1 = 001 (day 3), 5 = 101 (days 1, 3).
inline constexpr const char* pvrp = R"(1 2 2 3
500 200
0 150
480 100

  0 0 0 0 0 0 0
  1 1 1 2 12 1 2 4 1
  2 3 4 7  8 2 1 5
)";

inline constexpr const char* solomon = R"(C901

VEHICLE
NUMBER     CAPACITY
  3         200

CUSTOMER
CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE   TIME

    0      0          0          0          0       1236          0
    1      1          1         10         12         67         90
    2      3          4         30         25         70         90
)";

inline constexpr const char* tsplib = R"(NAME : tiny3
TYPE : TSP
COMMENT : three places
DIMENSION: 3
EDGE_WEIGHT_TYPE : EUC_2D
NODE_COORD_SECTION
1 0 0
2 1.0 1.0
3 3.0e+00 4.5
EOF
)";

} // namespace medicobus::testing::samples
