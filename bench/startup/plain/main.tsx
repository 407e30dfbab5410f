import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

interface Row {
  readonly name: string;
}

/** The least that a React page can do: its frame at once, then one row of fetched text. */
function PlainPage() {
  const [rows, setRows] = useState<readonly Row[]>([]);
  useEffect(() => {
    // rows.json lies beside this page and has this shape.
    void fetch('/rows.json').then(async (answer) => setRows((await answer.json()) as Row[]));
  }, []);
  return (
    <main>
      <h1>Driver profiles</h1>
      {rows.map(({ name }) => (
        <p key={name} data-row>
          {name}
        </p>
      ))}
    </main>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<PlainPage />);
