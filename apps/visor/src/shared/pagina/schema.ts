/** Path of a page from the home on; its addresses become whole when the page is rendered. */
export function breadcrumbs(steps: readonly { name: string; path: string }[]): object {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, path }, at) => ({ '@type': 'ListItem', position: at + 1, name, item: path })),
  }
}
