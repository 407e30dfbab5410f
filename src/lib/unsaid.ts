/**
 * The part of a detail that a name doesn't say already, so that nothing is named twice: of "SRV-FILE-02" beside "Isolate
 * device SRV-FILE-02" nothing is left, and of "a1b2 on SRV-FILE-02" beside "Quarantine file a1b2" "on SRV-FILE-02".
 */
export function unsaid(name: string, detail: string): string {
  const said = ` ${name.toLowerCase()} `;
  const words = detail.split(' ').filter(Boolean);
  let count = 0;
  while (
    count < words.length &&
    said.includes(
      ` ${words
        .slice(0, count + 1)
        .join(' ')
        .toLowerCase()} `,
    )
  )
    count++;
  return words.slice(count).join(' ');
}
