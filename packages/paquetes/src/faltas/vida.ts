import { Temporal } from 'temporal-polyfill'
import { ACTOS_CAMBIO, enSilencio, faltasDePlantillas, momentoDe, puede, TIPOS_REGLA, type ProcesoPack, type Rol } from '@conoceles/domain'
import { esDia, probar, probarFilas, type Falta } from '../falta.ts'
import { sinPunto } from './aviso.ts'

/** Faults in the parts of a pack that govern the life of a candidatura: causes, rules, lists, sentences, reminders. */
export function faltasDeVida(pack: ProcesoPack): Falta[] {
  return [...causaFaltas(pack), ...reglaFaltas(pack), ...listadoFaltas(pack), ...plantillaFaltas(pack), ...recordatorioFaltas(pack)]
}

function causaFaltas({ causas }: ProcesoPack): Falta[] {
  return [
    ...probarFilas(['causas'], causas, ({ clave, actos }) => [
      {
        falla: actos.length === 0 || actos.some((acto) => !ACTOS_CAMBIO.includes(acto)),
        en: ['actos'],
        dice: `La causa «${clave}» no es de ningún acto que exista`,
        remedio: `Use ${ACTOS_CAMBIO.join(', ')}`,
      },
    ]),
    ...ACTOS_CAMBIO.flatMap(
      (acto) =>
      probar(['causas'], [
        { falla: !causas.some(({ actos }) => actos.includes(acto)), dice: `Ninguna causa sirve para «${acto}»`, remedio: 'Agregue una, o ese acto a una que haya' },
      ]), // prettier-ignore
    ),
  ]
}

function reglaFaltas({ reglas, cargos, grupos }: ProcesoPack): Falta[] {
  const conocidos = new Set(cargos.map(({ clave }) => clave))
  const declarados = new Set(grupos.map(({ clave }) => clave))
  return probarFilas(['reglas'], reglas, ({ clave, tipo, cargos: own, parametros }) => {
    const pedidos = String(parametros.grupos ?? '').split(',').filter((grupo) => grupo !== '') // prettier-ignore
    const dias = [parametros.inicio, parametros.fin].filter((dia) => dia !== undefined)
    return [
      { falla: !TIPOS_REGLA.includes(tipo), en: ['tipo'], dice: `La regla «${clave}» es de tipo «${tipo}»`, remedio: `Use ${TIPOS_REGLA.join(', ')}` },
      { falla: own.some((cargo) => !conocidos.has(cargo)), en: ['cargos'], dice: `La regla «${clave}» es de un cargo que no existe`, remedio: 'Use claves de cargos.json' },
      { falla: pedidos.some((grupo) => !declarados.has(grupo)), en: ['parametros'], dice: `La regla «${clave}» pide un grupo que no existe`, remedio: 'Use claves de grupos.json' },
      { falla: dias.some((dia) => !esDia(String(dia))), en: ['parametros'], dice: `La regla «${clave}» tiene un día que no existe`, remedio: 'Escriba la fecha como 2027-03-08' },
    ] // prettier-ignore
  })
}

function listadoFaltas({ listados, cargos }: ProcesoPack): Falta[] {
  const conocidos = new Set(cargos.map(({ clave }) => clave))
  return probarFilas(['listados'], listados, ({ clave, cargos: own, columnas }) => [
    { falla: own.some((cargo) => !conocidos.has(cargo)), en: ['cargos'], dice: `El listado «${clave}» es de un cargo que no existe`, remedio: 'Use claves de cargos.json' },
    { falla: columnas.length === 0, en: ['columnas'], dice: `El listado «${clave}» no tiene columnas`, remedio: 'Agregue al menos una' },
  ]) // prettier-ignore
}

/** The domain tells each by "file, part: sentence". */
function plantillaFaltas(pack: ProcesoPack): Falta[] {
  return faltasDePlantillas(pack).map((falta) => {
    const [, archivo = '', documento, parte, razon = falta] = /^(\w+)\.json(?:, (\w+))?(?:, (\w+))?: (.*)$/s.exec(falta) ?? []
    const ruta = archivo === 'oficio' ? ['oficio', PARTE_DEL_OFICIO[documento ?? ''] ?? ''] : [archivo, documento, 'partes', parte]
    return { ruta: ruta.filter((paso) => paso !== undefined), dice: `${[documento, parte].filter(Boolean).join(', ')}: ${sinPunto(razon)}`, remedio: 'Corrija el texto o sus variables' } // prettier-ignore
  })
}

const PARTE_DEL_OFICIO: Record<string, string> = { asunto: 'asunto', cuerpo: 'parrafos' }

/** Faults of the reminders: roles without preferences, hours in the quiet hours, nobody without account, and terms that are none. */
function recordatorioFaltas({ programa: { areas, recordatorios }, zona }: ProcesoPack): Falta[] {
  const { silencio, resumen, hora, escalamiento, distancias, sinCuenta, vigenciaHoras } = recordatorios
  const ruta = ['programa', 'recordatorios']
  const day = Temporal.PlainDate.from('2024-01-01')
  const isQuiet = (hour: string) => {
    const wanted = day.toZonedDateTime({ timeZone: zona, plainTime: hour }).toInstant()
    return enSilencio(wanted, { silencio, zona }) || !momentoDe(day, hour, { silencio, zona }).equals(wanted)
  }
  const sinPreferencias = (rol: Rol) => ({
    falla: !puede(rol, 'recordatorios.propios'),
    dice: `El rol «${rol}» no tiene recordatorios`,
    remedio: 'Use otro rol',
  })
  const terminos = [escalamiento.despuesDias, escalamiento.cadaDias, vigenciaHoras]
  return [
    ...probarFilas(['programa', 'areas'], areas, ({ rol }) => (rol == null ? [] : [sinPreferencias(rol)])),
    ...probarFilas([...ruta, 'escalamiento', 'roles'], escalamiento.roles, (rol) => [sinPreferencias(rol)]),
    ...probarFilas([...ruta, 'sinCuenta'], sinCuenta, (rol) => [sinPreferencias(rol)]),
    ...probar(ruta, [
      ...[hora, resumen.hora].map((hour) => ({ falla: isQuiet(hour), dice: `Las ${hour} caen en las horas de silencio`, remedio: 'Cambie la hora, o «silencio»' })),
      { falla: sinCuenta.length === 0, en: ['sinCuenta'], dice: 'Nadie recibe los recordatorios de quien no tiene cuenta', remedio: 'Ponga un rol en «sinCuenta»' },
      { falla: terminos.some((n) => !(n >= 1)) || distancias.some((n) => !(n >= 0)), dice: 'Un plazo de los recordatorios no es un número de días u horas', remedio: 'Use números desde 1' },
    ]),
  ] // prettier-ignore
}
