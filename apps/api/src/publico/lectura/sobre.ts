/** End of the JSON text of every list: its licence and its documentation. */
export const SOBRE = `,${JSON.stringify({ licencia: '/api/v1/publico/diccionario', documentacion: '/api/docs' }).slice(1)}`
