/** Small files that readers of CSV fall over, and the rows that they hold. */
export const tortureCsv: readonly (readonly [
  name: string,
  bytes: Buffer,
  rows: readonly (readonly string[])[],
])[] = [
  [
    'plain',
    'a,b,c\n1,2,3\n',
    [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
    ],
  ],
  [
    'no line end at its end',
    'a,b,c\r\n1,2,3',
    [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
    ],
  ],
  [
    'commas in quotes',
    'a,b\nJohn,"120 any st., Anytown, WW"\n',
    [
      ['a', 'b'],
      ['John', '120 any st., Anytown, WW'],
    ],
  ],
  [
    'quotes in quotes',
    'a,b\n1,"ha ""ha"" ha"\n3,4\n',
    [
      ['a', 'b'],
      ['1', 'ha "ha" ha'],
      ['3', '4'],
    ],
  ],
  [
    'nothing but quotes',
    'a,b\n"""""",""\nx,y\n',
    [
      ['a', 'b'],
      ['""', ''],
      ['x', 'y'],
    ],
  ],
  [
    'line ends in quotes',
    'a,b\n"Once\nupon\r\na\rtime",5\n7,8\n',
    [
      ['a', 'b'],
      ['Once\nupon\r\na\rtime', '5'],
      ['7', '8'],
    ],
  ],
  [
    'quotes and line ends',
    'a,b\n1,"ha\n""ha""\nha"\n3,4\n',
    [
      ['a', 'b'],
      ['1', 'ha\n"ha"\nha'],
      ['3', '4'],
    ],
  ],
  [
    'JSON',
    'key,val\n1,"{""type"": ""Point"", ""at"": [102.0, 0.5]}"\n',
    [
      ['key', 'val'],
      ['1', '{"type": "Point", "at": [102.0, 0.5]}'],
    ],
  ],
  [
    'empty cells',
    'a,b,c\n1,"",""\n,,3\n',
    [
      ['a', 'b', 'c'],
      ['1', '', ''],
      ['', '', '3'],
    ],
  ],
  [
    'line ends of every kind',
    'a,b\r1,2\n3,4\r\n5,6\r',
    [
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ],
  ],
  [
    'blank lines',
    '\n\na,b\n\n1,2\n\r\n\n3,4\n\n',
    [
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  [
    'semicolons',
    'a;b\n1,5;"x;y"\n2,5;z\n',
    [
      ['a', 'b'],
      ['1,5', 'x;y'],
      ['2,5', 'z'],
    ],
  ],
  [
    'tabs',
    'a\tb\n1\t"x\ty"\n',
    [
      ['a', 'b'],
      ['1', 'x\ty'],
    ],
  ],
  [
    'bars',
    'a|b\n1|"x|y"\n',
    [
      ['a', 'b'],
      ['1', 'x|y'],
    ],
  ],
  [
    'a line that says how it is cut',
    'sep=;\r\na;b\r\n1;2\r\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a mark of its encoding',
    '\ufeffa,b\n1,ʤ\n4,5\n',
    [
      ['a', 'b'],
      ['1', 'ʤ'],
      ['4', '5'],
    ],
  ],
  [
    'signs of every kind',
    'a,b\nجوشُو,🇩🇪👩‍👧\n\u202eabc,\u2028x\n',
    [
      ['a', 'b'],
      ['جوشُو', '🇩🇪👩‍👧'],
      ['\u202eabc', '\u2028x'],
    ],
  ],
  [
    'blanks round quotes',
    'a,b\n1, "x"\n2,y \n',
    [
      ['a', 'b'],
      ['1', ' "x"'],
      ['2', 'y '],
    ],
  ],
  [
    'a quote inside a cell',
    'a,b\n9" pipe,5\n',
    [
      ['a', 'b'],
      ['9" pipe', '5'],
    ],
  ],
].map(([name, text, rows]) => [name as string, Buffer.from(text as string), rows as string[][]] as const);
