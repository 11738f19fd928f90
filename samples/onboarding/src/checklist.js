/** The steps that every new colleague goes through, in order. */
export const steps = ['account', 'laptop', 'repository access', 'first pull request'];

/** Names the steps that are still open. */
export function openSteps(done) {
  return steps.filter((step) => !done.includes(step));
}
