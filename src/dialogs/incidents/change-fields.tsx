import { hasTag, withoutTags } from '../../actions/incident-change/tags.ts';
import type { Incident } from '../../graph/incidents.ts';
import { showHidden } from '../../lib/visible-text.ts';
import { InputField, SelectField } from '../../ui/field.tsx';
import { assessmentOptions, ownerOptions, statusOptions, tagsAmong } from './change-form.ts';
import type { ChangeForm } from './incident-draft.ts';
import styles from './parts.module.css';

/** What of incidents a person may change. */
export function ChangeFields({
  change,
  onChange,
  incidents,
  username,
}: {
  change: ChangeForm;
  onChange: (change: ChangeForm) => void;
  incidents: readonly Incident[];
  username: string;
}) {
  const tags = tagsAmong(incidents);
  const owners = ownerOptions(username);
  return (
    <>
      <div className={styles.fields}>
        <SelectField
          label="Status"
          options={statusOptions}
          value={change.status}
          onChange={(value) => {
            const option = statusOptions.find((each) => each.value === value);
            if (option) onChange({ ...change, status: option.value });
          }}
        />
        <SelectField
          label="Classification"
          options={assessmentOptions}
          value={change.assessment}
          onChange={(assessment) => onChange({ ...change, assessment })}
        />
        <SelectField
          label="Owner"
          options={owners}
          value={change.owner}
          onChange={(value) => {
            const option = owners.find((each) => each.value === value);
            if (option) onChange({ ...change, owner: option.value });
          }}
        />
        {change.owner === 'other' && (
          <InputField
            label="Owner’s name or address"
            value={change.ownerName}
            onChange={({ target }) => onChange({ ...change, ownerName: target.value })}
          />
        )}
        <InputField
          label="Add tags"
          hint="Separated by commas"
          value={change.addTags}
          onChange={({ target }) => onChange({ ...change, addTags: target.value })}
        />
      </div>
      {tags.length > 0 && (
        <fieldset className={styles.tags}>
          <legend>Remove tags</legend>
          {tags.map((tag) => (
            <label key={tag} className={styles.tag}>
              <input
                type="checkbox"
                checked={hasTag(change.removeTags, tag)}
                onChange={({ target }) => {
                  const others = withoutTags(change.removeTags, [tag]);
                  onChange({ ...change, removeTags: target.checked ? [...others, tag] : [...others] });
                }}
              />
              <bdi>{showHidden(tag)}</bdi>
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
