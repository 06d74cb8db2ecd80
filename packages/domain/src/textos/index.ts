export { parseMarkdown, type Block as MarkdownBlock, type Inline as MarkdownInline } from './markdown.ts'
export { paragraphDiff, type ParagraphDiff } from './paragraph-diff.ts'
export { wordDiff, type Segment } from './word-diff.ts'
