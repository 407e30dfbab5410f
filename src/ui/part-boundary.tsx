import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { type Problem, toProblem } from '../lib/problem.ts';
import { ProblemBanner } from './problem-banner.tsx';

interface Props {
  /** What the part is: "The outcomes". */
  readonly name: string;
  readonly children: ReactNode;
}

interface State {
  readonly problem: Problem | undefined;
}

/**
 * Keeps a part that falls over, or whose code cannot be loaded, from taking the page along: what is selected and typed
 * elsewhere stays. React offers this to classes alone.
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
