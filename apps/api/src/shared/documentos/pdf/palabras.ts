/** Words of the templates, outside their raw text, which the build cannot write in ASCII. */
export const PAGINA = 'Página'
export const ENTRE = ' · '
