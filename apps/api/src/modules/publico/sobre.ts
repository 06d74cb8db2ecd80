/** What goes beside every list, as the end of its JSON text: under which licence and how it is read. */
export const SOBRE = `,${JSON.stringify({ licencia: '/api/v1/publico/diccionario', documentacion: '/api/docs' }).slice(1)}`
