//! Constants and string literals (C17 6.4.4, 6.4.5).

use super::*;

#[test]
fn c17_6_4_4_1_integer_constants_have_the_first_type_that_fits() {
    check(
        "0 42 2147483647 2147483648 9223372036854775807 0x7fffffff 0x80000000 0xffffffff
0x100000000 0x8000000000000000 0777 1u 4294967296U 1l 1UL 1ll 1LLU 0xffffffffffffffffLL",
        expect![[r#"
            0:Int 42:Int 2147483647:Int 2147483648:Long 9223372036854775807:Long 2147483647:Int 2147483648:UnsignedInt 4294967295:UnsignedInt 4294967296:Long 9223372036854775808:UnsignedLong 511:Int 1:UnsignedInt 4294967296:UnsignedLong 1:Long 1:UnsignedLong 1:LongLong 1:UnsignedLongLong 18446744073709551615:UnsignedLongLong END
        "#]],
    );
}

#[test]
fn c17_6_4_4_2_floating_constants_keep_their_digits() {
    check(
        "1.0 .5 1. 1e9 1E-9f 1.5L 0x1p3 0x1.8P-2f 0x.8p0",
        expect![[r#"
        1.0:Double .5:Double 1.:Double 1e9:Double 1E-9:Float 1.5:LongDouble 0x1p3:Double 0x1.8P-2:Float 0x.8p0:Double END
    "#]],
    );
}

#[test]
fn numbers_that_are_none() {
    check(
        "08 0x 12abc 1.2.3 0b101 1e 1e+ 0x1.8 1.0q 1_000 99999999999999999999 3f
18446744073709551615 1lul",
        expect![[r#"
            0:Int 0:Int 0:Int 0:Int 5:Int 0:Int 0:Int 0:Int 0:Int 0:Int 0:Int 0:Int 18446744073709551615:UnsignedLong 0:Int END
            main.c:1:2 octal-digit: `08` begins with 0, so it is octal, and octal has no digit 8
            main.c:1:4 digits-expected: the number `0x` has no digits
            main.c:1:9 integer-suffix: an integer cannot end in `abc`, as `12abc` does
            main.c:1:16 floating-suffix: a floating constant cannot end in `.3`, as `1.2.3` does
            main.c:1:26 exponent-digits: the exponent of `1e` has no digits
            main.c:1:29 exponent-digits: the exponent of `1e+` has no digits
            main.c:1:32 exponent-expected: the hexadecimal floating constant `0x1.8` needs an exponent
            main.c:1:41 floating-suffix: a floating constant cannot end in `q`, as `1.0q` does
            main.c:1:44 integer-suffix: an integer cannot end in `_000`, as `1_000` does
            main.c:1:49 integer-too-large: `99999999999999999999` is too large for any integer type
            main.c:1:71 integer-suffix: an integer cannot end in `f`, as `3f` does
            main.c:2:1 integer-unsigned: `18446744073709551615` is too large for `long`, and is taken as `unsigned long`
            main.c:2:23 integer-suffix: an integer cannot end in `lul`, as `1lul` does
        "#]],
    );
}

#[test]
fn c17_6_4_4_4_character_constants() {
    check(
        r#"'a' '\n' '\0' '\377' '\x41' '\'' '"' '\\' '\?' 'ab' L'é' u'é' U'😀' '\u0024' 'é'"#,
        expect![[r#"
            Plain(97) Plain(10) Plain(0) Plain(255) Plain(65) Plain(39) Plain(34) Plain(92) Plain(63) Plain(24930) Wide(233) Utf16(233) Utf32(128512) Plain(36) Plain(50089) END
            main.c:1:48 several-characters: `'ab'` is one number made of 2 characters
            main.c:1:82 several-characters: `'é'` is 2 bytes long, and a `char` holds one
        "#]],
    );
}

#[test]
fn characters_that_are_none() {
    check(
        r#"'' '\q' '\x' '\400' u'😀' '\ud800' '\u12' L'ab' '\e'"#,
        expect![[r#"
        Plain(0) Plain(0) Plain(0) Plain(0) Utf16(0) Plain(0) Plain(0) Wide(0) Plain(0) END
        main.c:1:1 empty-character: there is no character between these quotes
        main.c:1:5 unknown-escape: `\q` means nothing in C
        main.c:1:10 escape-digits: `\x` needs hexadecimal digits after it
        main.c:1:15 escape-too-large: this escape is larger than one element can hold, 0xff
        main.c:1:21 several-wide-characters: `u'😀'` does not fit one element of its type
        main.c:1:30 universal-value: this universal character name names no character
        main.c:1:39 universal-digits: this universal character name needs 4 hexadecimal digits
        main.c:1:45 several-wide-characters: `L'ab'` does not fit one element of its type
        main.c:1:52 unknown-escape: `\e` means nothing in C
    "#]],
    );
}

#[test]
fn c17_6_4_5_adjacent_string_literals_become_one() {
    check(
        "\"a\" \"b\"
  \"c\"; \"x\\x41\" \"b\"; u8\"é\" \"é\"; L\"a\" \"é\"; u\"😀\"; U\"😀\"; \"\"; \"a\\tb\"; \"\\u00e9\"; L\"a\" u\"b\";",
        expect![[r#"
            "abc" ; "xAb" ; u8[195, 169, 195, 169] ; L[97, 233] ; u[55357, 56832] ; U[128512] ; "" ; [97, 9, 98] ; [195, 169] ; "" ; END
            main.c:2:90 mixed-encodings: this string cannot be joined with the one before: their prefixes differ
        "#]],
    );
}

#[test]
fn c17_6_4_3_identifiers_beyond_ascii() {
    check(
        "\\u00e9t\\u00e9 été été1 naïve",
        expect![[r#"
        été été été1 naïve END
    "#]],
    );
}

#[test]
fn c17_5_1_1_2_splices_vanish_everywhere() {
    check(
        "in\\\nt x\\\r\n1 = 1\\\n2; \"a\\\nb\" +\\\n+ // c\\\nstill a comment
/\\\n* c *\\\n/ y #\\\ndefine z
x %: <% <: :> %> %:%: ... .. .",
        expect![[r#"
            'int x1 = 12:Int ; "ab" ++ y # define z x # { [ ] } ## ... . . . END
        "#]],
    );
}

#[test]
fn c17_6_4p4_the_longest_token_is_taken() {
    check(
        "x+++++y >>= >> = <<= -> --> ...... 1..2 0xe+1",
        expect![[r#"
        x ++ ++ + y >>= >> = <<= -> -- > ... ... 0:Int 0:Int END
        main.c:1:38 floating-suffix: a floating constant cannot end in `.2`, as `1..2` does
        main.c:1:44 integer-suffix: an integer cannot end in `+1`, as `0xe+1` does
    "#]],
    );
}
