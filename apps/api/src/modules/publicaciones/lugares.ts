/** Where the record of a candidatura shows each field, as SQL/JSON paths that find something only if it does. */
const LUGARES: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    ['apodo', 'sexo', 'edad', 'eleccionConsecutiva', 'accionAfirmativa', 'fotografia', 'partidoOrigen', 'salida', 'sustituyeA'].map(
      (campo) => [campo, [`$.${campo} ? (@ != null)`]],
    ),
  ),
  formula: ['$.formula[0]', '$.planilla[0]'],
  distintivos: ['$.distintivos[0]'],
  salidaCausa: ['$.salida.causa ? (@ != null)'],
  fechas: ['$.fechas.* ? (@ != null)'],
}

/** Paths of a record that find something where it shows a field: one of its own, or an answer. */
export function lugaresDe(campo: string): readonly string[] {
  return LUGARES[campo] ?? [`$.secciones[*].campos[*] ? (@.clave == ${JSON.stringify(campo)} && @.valor != null)`]
}

/** Paths of a record that find something where it shows an answer of a section. */
export function lugaresDeSeccion(clave: string): readonly string[] {
  return [`$.secciones[*] ? (@.clave == ${JSON.stringify(clave)}).campos[*] ? (@.valor != null)`]
}

/** Paths of any record that find something where it names a persona, on her own page or on that of others. */
export function lugaresDeNombre(id: string, { sin }: { sin: string }): readonly string[] {
  const named = `? (@.id == ${JSON.stringify(id)} && @.nombre != ${JSON.stringify(sin)})`
  return ['$', '$.formula[*]', '$.planilla[*]', '$.salida.entra', '$.sustituyeA'].map((lugar) => `${lugar} ${named}`)
}
