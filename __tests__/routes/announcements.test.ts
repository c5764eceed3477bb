import { type Announced, eitherOf, oneOf, UNHEARD } from "../../routes/announcements";

const WHY = { decidedBy: ["var.why"] };
const [A, B] = [{ decidedBy: ["var.a"] }, { decidedBy: ["var.b"] }];

function heard(certain: number, possible = certain, ...unknowns: Announced["unknowns"]): Announced {
  return { certain, possible, unknowns, isRefused: false };
}

const REFUSED: Announced = { ...UNHEARD, isRefused: true };

describe("of two announcements of which one is heard, and it can't be told which", () => {
  test("the shorter is certain and the longer possible, and the reason is what tells", () => {
    expect(oneOf(heard(22), heard(16), [WHY])).toEqual(heard(16, 22, WHY));
    expect(oneOf(heard(16), heard(16, 24, B), [WHY])).toEqual(heard(16, 24, WHY, B));
    expect(oneOf(heard(-1, 20, A), heard(24), [WHY])).toEqual(heard(-1, 24, WHY, A));
  });

  test("nothing is open where both are one length", () => {
    expect(oneOf(heard(22), heard(22), [WHY])).toEqual(heard(22));
    expect(oneOf(UNHEARD, UNHEARD, [WHY])).toEqual(UNHEARD);
  });

  test("it is refused only where both are", () => {
    expect(oneOf(REFUSED, REFUSED, [WHY])).toEqual(REFUSED);
    expect(oneOf(REFUSED, UNHEARD, [WHY])).toEqual(UNHEARD);
  });
});

describe("of two announcements that are heard at once", () => {
  test("the longer of what is certain is certain, and the longest of what is possible possible", () => {
    expect(eitherOf(heard(22), heard(16))).toEqual(heard(22));
    expect(eitherOf(heard(16, 24, A), heard(20))).toEqual(heard(20, 24, A));
    expect(eitherOf(heard(-1, 20, A), heard(-1, 24, B))).toEqual(heard(-1, 24, A, B));
  });

  test("what can't be told of a shorter one opens nothing", () => {
    expect(eitherOf(heard(16, 20, A), heard(22))).toEqual(heard(22));
    expect(eitherOf(heard(16, 22, A), heard(22))).toEqual(heard(22));
  });

  test("it is refused where one of them is", () => {
    expect(eitherOf(REFUSED, UNHEARD)).toEqual(REFUSED);
    expect(eitherOf(UNHEARD, REFUSED)).toEqual(REFUSED);
    expect(eitherOf(UNHEARD, UNHEARD)).toEqual(UNHEARD);
  });
});
