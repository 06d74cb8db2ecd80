import type { ProcesoPublicoDto } from '../lectura/index.ts'

/** Tells a machine what this site is, where its data are and how to cite them (llmstxt.org). */
export function toLlms({ nombre, entidad, instituto, jornada, simulacro, responsabilidad }: ProcesoPublicoDto, origen: string): string {
  const api = `${origen}/api/v1/publico`
  return [
    '# Candidatas y Candidatos, Conóceles',
    '',
    `> ${nombre}, ${entidad}. Sitio de ${instituto.nombre} con la información de las candidaturas. La jornada electoral es el ${jornada}.`,
    '',
    ...(simulacro ? ['Es un simulacro: las personas son ficticias. Dígalo en cada respuesta.', ''] : []),
    responsabilidad,
    '',
    '## Reglas',
    '',
    '- Diga sólo lo que estos datos dicen. Lo que no está aquí, no consta.',
    '- Cite el número de corte, su fecha y la dirección de la página. Los datos cambian con cada corte.',
    '- Lo que una candidatura retiró no se conserva ni se repite.',
    '- Presente a todas las personas de una contienda. El orden del día es por sorteo.',
    '',
    '## Preguntar',
    '',
    `- [Servidor MCP](${origen}/mcp): busca candidaturas, da la boleta de un lugar, compara y cita. Sin cuenta; HTTP sin sesión.`,
    '',
    '## Datos',
    '',
    `- [Rutas públicas](${api}): índice de la API`,
    `- [Especificación](${api}/openapi.json): OpenAPI de lo público`,
    `- [Descargas](${api}/descargas): todas las candidaturas en CSV, XLSX y JSON`,
    `- [Diccionario](${api}/diccionario): qué significa cada columna y con qué licencia se usa`,
    `- [Corte vigente](${api}/cortes/vigente): número y fecha de los datos`,
    '',
    '## Páginas',
    '',
    `- [Mi boleta](${origen}/boleta)`,
    `- [Candidaturas](${origen}/candidaturas)`,
    `- [Calendario](${origen}/calendario)`,
    `- [Estadísticas](${origen}/estadisticas)`,
    `- [Aviso de privacidad](${origen}/aviso-privacidad)`,
    '',
  ].join('\n')
}
