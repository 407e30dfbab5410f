import { Component, type ReactNode } from 'react';
import { type Problem, toProblem } from '../lib/problem.ts';
import { Button } from './button.tsx';
import { ProblemBanner } from './problem-banner.tsx';

interface Props {
  /** The name of the part: "Results". */
  readonly name: string;
  readonly children: ReactNode;
}

interface State {
  readonly problem: Problem | undefined;
}

/**
 * Keeps a part that fails, or whose code can't be loaded, from taking the page with it: selections and texts elsewhere
 * stay. React offers this to classes alone.
 */
export class PartBoundary extends Component<Props, State> {
  override state: State = { problem: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { problem: toProblem(error) };
  }

  override render(): ReactNode {
    if (!this.state.problem) return this.props.children;
    return (
      <ProblemBanner
        problem={this.state.problem}
        context={this.props.name}
        actions={<Button onClick={() => location.reload()}>Reload Actiondesk</Button>}
      />
    );
  }
}
