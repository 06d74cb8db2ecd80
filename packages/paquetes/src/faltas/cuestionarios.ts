import { checkRespuestas, compileCuestionario, faltantesDe, faults, seccionesDe } from '@conoceles/cuestionarios'
import type { CuestionarioPack, ProcesoPack } from '@conoceles/domain'
import { probar, probarFilas, type Falta } from '../falta.ts'

export type Preguntas = [campo: string, pregunta: Record<string, unknown>][]

/** Questions of a cuestionario, by their field. */
export function preguntasDe({ schema }: CuestionarioPack): Preguntas {
  return Object.entries((schema['properties'] ?? {}) as Record<string, Record<string, unknown>>)
}

/** Both cuestionarios are there, compile, and begin with an empty draft; groups are declared by their question. */
export function faltasDeCuestionarios(pack: ProcesoPack): Falta[] {
  return [
    ...(['curricular', 'identidad'] as const).flatMap(
      (tipo, at) =>
      probar(['cuestionarios', at], [
        { falla: !pack.cuestionarios.some((each) => each.tipo === tipo), dice: `Falta el cuestionario ${tipo}`, remedio: `Escriba "tipo": "${tipo}" en cuestionarios/${tipo}.json` },
      ]), // prettier-ignore
    ),
    ...pack.cuestionarios.flatMap((each, at) => recordadas(each, at)),
    ...repetidas(pack),
    ...grupoFaltas(pack),
  ]
}

/** Last faults of each cuestionario. Compiling its sections takes longer than the rest of a pack, and an author rarely changes them. */
const ultimas = new Map<string, { texto: string; faltas: Falta[] }>()

function recordadas(cuestionario: CuestionarioPack, at: number): Falta[] {
  const texto = JSON.stringify([at, cuestionario])
  const ultima = ultimas.get(cuestionario.tipo)
  if (ultima?.texto === texto) return ultima.faltas
  const faltas = propias(cuestionario, at)
  ultimas.set(cuestionario.tipo, { texto, faltas })
  return faltas
}

function propias(cuestionario: CuestionarioPack, at: number): Falta[] {
  const found = faults(cuestionario)
  if (found.length > 0) {
    return found.map(({ campo, seccion, razon }) => ({
      ruta: ['cuestionarios', at, ...(campo === null ? [] : ['schema', 'properties', campo])],
      dice: `${campo ?? seccion ?? cuestionario.titulo}: ${razon}`,
      remedio: 'Corrija la pregunta o la sección',
    }))
  }
  const compilado = compileCuestionario(cuestionario)
  return probarFilas(['cuestionarios', at, 'uischema', 'elements'], seccionesDe(compilado), ({ clave }) => [
    {
      falla: checkRespuestas(compilado, clave, {}, {}).length > 0 || faltantesDe(compilado, clave, {}, {}).length === 0,
      dice: `La sección «${clave}» no pide nada, o no admite un borrador vacío`,
      remedio: 'Haga obligatoria alguna de sus preguntas con x-obligatorio o x-alMenosUno',
    },
  ])
}

function repetidas({ cuestionarios }: ProcesoPack): Falta[] {
  const vistos = new Set<string>()
  return cuestionarios.flatMap((cuestionario, at) =>
    preguntasDe(cuestionario).flatMap(([campo]) => {
      const falla = vistos.has(campo)
      vistos.add(campo)
      const ruta = ['cuestionarios', at, 'schema', 'properties', campo]
      return probar(ruta, [{ falla, dice: `La pregunta «${campo}» está en los dos cuestionarios`, remedio: 'Cambie su nombre en uno' }])
    }),
  )
}

function grupoFaltas({ grupos, cuestionarios }: ProcesoPack): Falta[] {
  const at = cuestionarios.findIndex(({ tipo }) => tipo === 'identidad')
  const identidad = cuestionarios[at]
  const preguntas = new Map(identidad ? preguntasDe(identidad) : [])
  const declara = (clave: string, campo: string) => {
    const pregunta = preguntas.get(campo)
    return pregunta?.['x-grupo'] === clave && ((pregunta['enum'] ?? []) as string[]).includes('Sí')
  }
  return [
    ...probarFilas(['grupos'], grupos, ({ clave, pregunta }) => [
      {
        falla: pregunta !== null && !declara(clave, pregunta),
        en: ['pregunta'],
        dice: `El grupo «${clave}» no se declara con «Sí» en la pregunta «${String(pregunta)}»`,
        remedio: `Ponga "x-grupo": "${clave}" y la opción «Sí» en esa pregunta`,
      },
    ]),
    ...[...preguntas].flatMap(([campo, pregunta]) =>
      probar(
        ['cuestionarios', at, 'schema', 'properties', campo],
        [
          {
            falla:
              pregunta['x-grupo'] !== undefined && !grupos.some((each) => each.clave === pregunta['x-grupo'] && each.pregunta === campo),
            dice: `La pregunta «${campo}» declara un grupo que no existe, «${String(pregunta['x-grupo'])}»`,
            remedio: 'Agréguelo a grupos.json con esta pregunta',
          },
        ],
      ),
    ),
  ]
}
