# optobench: a harness that measures generative optimizers
# SPDX-License-Identifier: Apache-2.0
"""Texts and their parts."""
from engine.catalogue import program

WORDS = ["level", "Anna", "stone", "a", "", "no on", "Otto", "ab ba", "abca", "racecars", "Noon",
         "xyx"]

program(
    "is_palindrome",
    "Tell whether a text reads the same forwards and backwards when everything but letters and "
    "digits is left out and capitals count as small letters.",
    r'''
def is_palindrome(text):
    kept = [character.lower() for character in text if character.isalnum()]
    left = 0
    right = len(kept) - 1
    while left < right:
        if kept[left] != kept[right]:
            return False
        left += 1
        right -= 1
    return True
''',
    known=[(("Never odd or even",), True), (("abc",), False), (("",), True), (("A1a",), True)],
    more=[(word,) for word in WORDS],
)

program(
    "run_length_encode",
    "Shorten a text by writing each run of the same character as the character followed by the "
    "length of the run; a run of one has no number.",
    r'''
def run_length_encode(text):
    parts = []
    start = 0
    for i in range(1, len(text) + 1):
        if i == len(text) or text[i] != text[start]:
            length = i - start
            parts.append(text[start] + (str(length) if length > 1 else ""))
            start = i
    return "".join(parts)
''',
    known=[(("aaab",), "a3b"), (("",), ""), (("abc",), "abc"), (("zz",), "z2")],
    more=[("aabbb",), ("x",), ("mississippi",), ("aaaaaaaaaaaa",), ("abba",), ("  a",), ("qqw",),
          ("wqq",), ("baaab",), ("hello",), ("ttttr",)],
)

program(
    "run_length_decode",
    "Write out a shortened text: a character followed by a number stands for as many of it, and a "
    "character without a number for one.",
    r'''
def run_length_decode(text):
    result = ""
    i = 0
    while i < len(text):
        character = text[i]
        i += 1
        digits = ""
        while i < len(text) and text[i].isdigit():
            digits += text[i]
            i += 1
        result += character * (int(digits) if digits else 1)
    return result
''',
    known=[(("a3b",), "aaab"), (("",), ""), (("x12",), "x" * 12), (("ab2",), "abb")],
    more=[("q",), ("z2y2",), ("a1b1",), ("m10",), ("ab",), ("w3e",), ("-4",), ("k2l11m",), ("c0d",),
          ("s5",), ("tt2",)],
)

program(
    "caesar_shift",
    "Replace each letter from a to z and from A to Z by the one that stands shift places further "
    "in the alphabet, going on at its beginning after its end; leave all else.",
    r'''
def caesar_shift(text, shift):
    result = []
    for character in text:
        if "a" <= character <= "z":
            base = ord("a")
        elif "A" <= character <= "Z":
            base = ord("A")
        else:
            result.append(character)
            continue
        place = (ord(character) - base + shift) % 26
        result.append(chr(base + place))
    return "".join(result)
''',
    known=[(("abc", 1), "bcd"), (("xyz", 3), "abc"), (("Hi!", 0), "Hi!"), (("b", -2), "z")],
    more=[("Zebra", 1), ("AZaz", 25), ("go, now", 13), ("", 5), ("m", 26), ("Quick", -3),
          ("a-b", 2), ("ABC", -1), ("wxyz", 4), ("Lazy Dog", 7), ("z", 1), ("A", -27)],
)

program(
    "roman_to_number",
    "Return the number that a Roman numeral of the letters I, V, X, L, C, D and M stands for.",
    r'''
def roman_to_number(numeral):
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    total = 0
    for i in range(len(numeral)):
        value = values[numeral[i]]
        if i + 1 < len(numeral) and value < values[numeral[i + 1]]:
            total -= value
        else:
            total += value
    return total
''',
    known=[(("XIV",), 14), (("MCMXC",), 1990), (("III",), 3), (("CD",), 400), (("XL",), 40)],
    more=[("I",), ("VIII",), ("IX",), ("LXXVII",), ("XCIX",), ("MMXXIV",), ("DCLXVI",), ("CM",),
          ("XXIX",), ("MDC",), ("IV",)],
)

program(
    "number_to_roman",
    "Write a number from 1 to 3999 as a Roman numeral.",
    r'''
def number_to_roman(number):
    steps = [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
        (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    numeral = ""
    for value, letters in steps:
        while number >= value:
            numeral += letters
            number -= value
    return numeral
''',
    known=[((14,), "XIV"), ((1990,), "MCMXC"), ((3,), "III"), ((400,), "CD"), ((40,), "XL")],
    more=[(value,) for value in (1, 4, 5, 9, 10, 49, 77, 99, 500, 944, 1000, 3999)],
)

program(
    "word_frequencies",
    "Count the words of a text, which are separated by white space, without regard to capitals. "
    "Return pairs of word and count, the most frequent first and equally frequent words in "
    "alphabetical order.",
    r'''
def word_frequencies(text):
    counts = {}
    for word in text.lower().split():
        counts[word] = counts.get(word, 0) + 1
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
''',
    known=[(("b a b",), [["b", 2], ["a", 1]]), (("",), []), (("Dog dog",), [["dog", 2]])],
    more=[("one two three two three three",), ("x",), ("a b c",), ("c b a",), ("  spaced   out  ",),
          ("To be or not to be",), ("z z a a",), ("Red red RED blue",), ("m n m n o",),
          ("the cat saw the dog and the bird",), ("q w q",)],
)

program(
    "balanced_brackets",
    "Tell whether every bracket of a text, round, square or curly, is closed by one of its kind "
    "in the right order. Other characters do not matter.",
    r'''
def balanced_brackets(text):
    closing = {")": "(", "]": "[", "}": "{"}
    stack = []
    for character in text:
        if character in "([{":
            stack.append(character)
        elif character in closing:
            if not stack or stack.pop() != closing[character]:
                return False
    return not stack
''',
    known=[(("(a[b]{c})",), True), (("(]",), False), (("(",), False), ((")",), False), (("",), True)],
    more=[("[()]",), ("[(])",), ("}{",), ("((()))",), ("(()",), ("a+b",), ("{[}]",), ("x(y)z]",),
          ("()[]{}",), ("{{}",), ("[a(b)c]",)],
)

program(
    "wrap_words",
    "Break a text into lines of at most width characters. Words are separated by single spaces "
    "and are never cut; as many of them as fit go into each line.",
    r'''
def wrap_words(text, width):
    lines = []
    line = ""
    for word in text.split():
        if not line:
            line = word
        elif len(line) + 1 + len(word) <= width:
            line += " " + word
        else:
            lines.append(line)
            line = word
    if line:
        lines.append(line)
    return lines
''',
    known=[(("aa bb cc", 5), ["aa bb", "cc"]), (("", 4), []), (("long", 2), ["long"]),
           (("a b c", 1), ["a", "b", "c"])],
    more=[("the quick brown fox jumps", width) for width in (3, 5, 9, 10, 15, 19, 25)]
    + [("one", 3), ("x yy zzz", 4), ("x yy zzz", 6), ("to be or", 8)],
)

program(
    "common_prefix",
    "Return the longest text with which all words begin; the empty text when there are no words.",
    r'''
def common_prefix(words):
    if not words:
        return ""
    shortest = min(words, key=len)
    for i in range(len(shortest)):
        for word in words:
            if word[i] != shortest[i]:
                return shortest[:i]
    return shortest
''',
    known=[((["flower", "flow", "flight"],), "fl"), (([],), ""), ((["a", "b"],), ""),
           ((["same", "same"],), "same")],
    more=[(["one"],), (["ab", "abc", "abd"],), (["abd", "abc", "ab"],), (["", "x"],),
          (["x", "xx", "xxx"],), (["car", "care", "cat"],), (["tram", "train", "tractor"],),
          (["go", "gone", "good"],), (["stem", "step", "steep"],), (["m", "m"],), (["Up", "up"],)],
)

program(
    "title_case",
    "Begin every word of a text with a capital and write the rest of it small. Words are "
    "separated by single spaces. The words 'of', 'and' and 'the' are small unless they come first.",
    r'''
def title_case(text):
    small = ["of", "and", "the"]
    words = text.lower().split(" ")
    result = []
    for i, word in enumerate(words):
        if i > 0 and word in small:
            result.append(word)
        else:
            result.append(word[:1].upper() + word[1:])
    return " ".join(result)
''',
    known=[(("the lord of the rings",), "The Lord of the Rings"), (("a TALE",), "A Tale"),
           (("",), "")],
    more=[("war and peace",), ("of mice and men",), ("x",), ("THE AND OF",), ("sense of time",),
          ("one",), ("and then",), ("go to the end",), ("big BIG world",), ("the the",),
          ("land of hope",)],
)

program(
    "split_csv_line",
    "Split one line of comma-separated values into its fields. A field in double quotes may hold "
    "commas, and a double quote in it is written twice; the quotes around it do not belong to it.",
    r'''
def split_csv_line(line):
    fields = []
    field = ""
    quoted = False
    i = 0
    while i < len(line):
        character = line[i]
        if quoted:
            if character == '"':
                if i + 1 < len(line) and line[i + 1] == '"':
                    field += '"'
                    i += 1
                else:
                    quoted = False
            else:
                field += character
        elif character == '"':
            quoted = True
        elif character == ",":
            fields.append(field)
            field = ""
        else:
            field += character
        i += 1
    fields.append(field)
    return fields
''',
    known=[(('a,b',), ["a", "b"]), (('"a,b",c',), ["a,b", "c"]), (('',), [""]),
           (('"say ""hi""",x',), ['say "hi"', "x"]), (('a,,b',), ["a", "", "b"])],
    more=[(',',), ('"x"',), ('1,2,3',), ('"",y',), ('a,"b"',), ('"a""b"',), ('p, q',),
          ('"one, two",three,"four"',), ('"""",z',), ('k,"l,m,n"',), ('end,',)],
)
