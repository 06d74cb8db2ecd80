/** Where a page stands among the others, from the home on; paths become whole addresses when the page is rendered. */
export function breadcrumbs(steps: readonly { name: string; path: string }[]): object {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, path }, at) => ({ '@type': 'ListItem', position: at + 1, name, item: path })),
  }
}
