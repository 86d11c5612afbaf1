#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Writes the tracks of three tours as an NMEA 0183 receiver tells them (RMC and GGA, a fix every five seconds).

Nobody drove them: places are made up, and the same numbers come out every time. Run in this folder.
"""
import datetime
import math
import random

DEPOT, FIRST, SECOND = (48.47, 0.02), (48.501, 0.1005), (48.50, 0.15)
EVERY = 5


class Receiver:
    def __init__(self, name):
        self.name, self.lines, self.chance = name, [], random.Random(name)
        self.at = datetime.datetime(2027, 3, 2, 7, 5)  # 8:05 in Paris
        self.here = DEPOT

    def sentence(self, body):
        check = 0
        for letter in body:
            check ^= ord(letter)
        self.lines.append(f"${body}*{check:02X}\r\n")

    def tell(self, point, knots=0.0, hdop=0.9, has_fix=True):
        time = self.at.strftime("%H%M%S.00")
        day = self.at.strftime("%d%m%y")
        if not has_fix:
            self.sentence(f"GPRMC,{time},V,,,,,,,{day},,,N")
            self.sentence(f"GPGGA,{time},,,,,0,00,99.9,,,,,,")
            return
        lat, lon = point
        where = (f"{int(lat):02d}{(lat - int(lat)) * 60:07.4f},N,"
                 f"{int(lon):03d}{(lon - int(lon)) * 60:07.4f},E")
        self.sentence(f"GPRMC,{time},A,{where},{knots:.1f},0.0,{day},,,A")
        self.sentence(f"GPGGA,{time},{where},1,08,{hdop:.1f},180.0,M,47.0,M,,")

    def beside(self, metres=3.0):
        return (self.here[0] + self.chance.gauss(0, metres) / 111195,
                self.here[1] + self.chance.gauss(0, metres) / 73700)

    def step(self, knots, **said):
        self.at += datetime.timedelta(seconds=EVERY)
        self.tell(self.beside(), knots, **said)

    def drive(self, goal, speed=14.0, each=None):
        start = self.here
        metres = math.hypot((goal[0] - start[0]) * 111195, (goal[1] - start[1]) * 73700)
        steps = max(1, math.ceil(metres / speed / EVERY))
        for i in range(1, steps + 1):
            part = i / steps
            self.here = tuple(a + (b - a) * part for a, b in zip(start, goal))
            self.step(speed * 1.944, **(each(part) if each else {}))

    def stand(self, minutes):
        for _ in range(minutes * 60 // EVERY):
            self.step(0.0)

    def jump(self, to, hdop=1.2):
        self.at += datetime.timedelta(seconds=EVERY)
        self.tell(to, 0.0, hdop=hdop)

    def save(self):
        with open(f"{self.name}.nmea", "w", encoding="ascii", newline="") as out:
            out.writelines(self.lines)


def tunnel():
    bus = Receiver("tunnel")
    bus.stand(1)
    bus.drive((48.482, 0.045))
    bus.drive((48.492, 0.075), each=lambda part: {"has_fix": False})
    for far in (900, 400):  # the first fixes in the open are poor
        bus.jump((bus.here[0] + far / 111195, bus.here[1]), hdop=40.0)
    bus.drive(FIRST)
    bus.stand(20)
    bus.drive(SECOND)
    bus.stand(10)
    bus.drive(DEPOT)
    bus.stand(4)
    bus.save()


def jumps():
    bus = Receiver("jumps")
    bus.jump((47.0, 2.0))  # where the receiver was last switched off
    bus.stand(1)
    bus.drive((48.482, 0.045))
    bus.jump(SECOND)
    bus.jump((48.9, 1.0))
    bus.drive(FIRST)
    for i in range(20):
        bus.stand(1)
        bus.jump(SECOND if i % 3 else DEPOT)
    bus.drive(SECOND)
    for _ in range(10):
        bus.stand(1)
        bus.jump((bus.here[0] + 0.02, bus.here[1]))
    bus.drive(DEPOT)
    bus.stand(4)
    bus.save()


def detour():
    bus = Receiver("detour")
    bus.stand(1)
    bus.drive((48.49, 0.06))
    bus.stand(6)  # fuel
    bus.drive(FIRST)
    for _ in range(2):  # the square is closed: around it twice, slowly
        for corner in ((48.501, 0.1012), (48.4995, 0.1012), (48.4995, 0.099), FIRST):
            bus.drive(corner, speed=4.0)
    bus.drive((48.515, 0.12))
    bus.drive(FIRST)
    bus.stand(20)
    bus.drive(SECOND)
    bus.stand(10)
    bus.drive(FIRST)  # back through the first village
    bus.drive(DEPOT)
    bus.stand(4)
    bus.save()


tunnel()
jumps()
detour()
