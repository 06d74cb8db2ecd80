import { drawEstatus } from '@conoceles/domain'

/** Prints the life of a captura as a page: `npm run generate` keeps it beside the table that it is drawn from. */
process.stdout.write(drawEstatus())
