/** For tests: a payload with what ends, escapes or interpolates in some language, as names and as values. */
export const NASTY: Record<string, unknown> = {
  quotes: `She said "it's" """ ''' "# "## '@`,
  lines: 'one\ntwo\r\n\ttab\u2028separator\u2029paragraph\nJSON\nJSON;',
  shell: "$HOME `id` $(id) \\ \\\\ !! %s '; echo x #",
  markup: '</script><!-- <b>&amp; */ // ?> --',
  template: '${1 + 1} #{1 + 1} \\(1 + 1) \\#(1 + 1) {{1}} $env:HOME `x` )" )-" )--"',
  letters: 'ü 漢字 😀 👩‍👩‍👧 \u202eright to left\u0000\u0007\u007f',
  surrogate: '\ud800',
  'key with spaces': 1,
  '1st': true,
  'it\'s "x"': null,
  class: [],
  $ok_2: {},
  '': [[], {}, [null, false]],
  numbers: [0, -1, 3.5, 1e21, 1e-7, 9007199254740991],
  ...JSON.parse('{"__proto__": {"deep": "</SCRIPT>"}}'),
}
