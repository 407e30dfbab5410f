import { PublicClientApplication } from '@azure/msal-browser';
import {
  Button,
  FluentProvider,
  MessageBar,
  MessageBarBody,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  webLightTheme,
} from '@fluentui/react-components';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';

interface Row {
  readonly name: string;
  readonly approvalType: string;
  readonly newUpdates: number;
}

/** What any app with this sign-in and these widgets has to load, and little else. */
function PracticalPage() {
  const { data: rows = [] } = useQuery({
    queryKey: ['rows'],
    // rows.json lies beside this page and has this shape.
    queryFn: async () => (await (await fetch('/rows.json')).json()) as Row[],
  });
  return (
    <main>
      <h1>Driver profiles</h1>
      <MessageBar>
        <MessageBarBody>Read-only until you sign in</MessageBarBody>
      </MessageBar>
      <Button appearance="primary">Approve</Button>
      <Table>
        <TableHeader>
          <TableRow>
            <TableHeaderCell>Name</TableHeaderCell>
            <TableHeaderCell>Approval</TableHeaderCell>
            <TableHeaderCell>To review</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {rows.map(({ name, approvalType, newUpdates }) => (
            <TableRow key={name}>
              <TableCell data-row>{name}</TableCell>
              <TableCell>{approvalType}</TableCell>
              <TableCell>{newUpdates}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </main>
  );
}

const msal = new PublicClientApplication({
  auth: { clientId: '00000000-0000-4000-8000-000000000000', redirectUri: '/redirect.html' },
  cache: { cacheLocation: 'sessionStorage' },
});
await msal.initialize();
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <QueryClientProvider client={new QueryClient()}>
      <FluentProvider theme={webLightTheme}>
        <PracticalPage />
      </FluentProvider>
    </QueryClientProvider>,
  );
}
