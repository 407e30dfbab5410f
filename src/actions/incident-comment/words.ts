/** What a comment does, and what it doesn’t. */
export const commentConsequence =
  'Everyone who can see the incident in Defender can read it. It can’t be changed or deleted here.';
