/** Where the note of a task's run goes: the hand-over of its author tells that note. */
export const noteFate = 'Saved in this browser and told in your hand-over, not sent to Microsoft.';
