import type { IncidentComment } from '../../graph/incidents.ts';
import { hasWord } from '../incident-tasks/join.ts';
import { commentsInOrder, isByExperts, sentencesOf } from './comments.ts';

/** Words that make a sentence about a device more than a request to act now. */
const holds =
  /\b(?:last|not|never|wait|hold|until|till|after|when|once|unless|only if|before asking|ask(?: \w+)? (?:first|before)|careful(?:ly)?|caution|avoid)\b|n[’']t\b/iu;

const longestRead = 10_000;

/**
 * What Defender Experts write against acting on a device at once: "Contain DC-02 last, when a second domain controller
 * answers." A sentence counts that names the device and has a word such as "last", "not" or "until": "Isolate
 * FIN-LT-0231 now" asks for the action, and "Isolate all four devices before 22:30" names no device.
 *
 * @param device the name, with its domain or without; '' for a task on no device
 * @returns the sentence as it was written, of the newest comment that has one; undefined where none has
 */
export function warningAbout(device: string, comments: readonly IncidentComment[]): string | undefined {
  const [host = ''] = device.split('.', 1);
  if (host === '') return undefined;
  const name = host.toLowerCase();
  return commentsInOrder(comments)
    .filter(isByExperts)
    .flatMap(({ comment }) => sentencesOf(comment.slice(0, longestRead)))
    .find((sentence) => hasWord(hostsIn(sentence), name) && holds.test(sentence));
}

/** In lower case, with each host apart from its domain. */
function hostsIn(sentence: string): string {
  return sentence.toLowerCase().replaceAll(/\.(?=\p{L})/gu, ' ');
}
