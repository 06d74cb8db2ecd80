import type { ProcesoPack } from '@conoceles/domain'
import { probar, probarFilas, type Falta } from '../falta.ts'

/** Demarcaciones inside each other, contiendas in them, and the secciones of the voter card. */
export function faltasDeTerritorio(pack: ProcesoPack): Falta[] {
  return [...demarcacionFaltas(pack), ...contiendaFaltas(pack), ...seccionFaltas(pack)]
}

/** Nobody finds her ballot by the number on her card. */
export function avisosDeTerritorio({ secciones, demarcaciones }: ProcesoPack): Falta[] {
  const distritos = demarcaciones.filter(({ tipo }) => tipo === 'distrito').length
  return probar(
    ['secciones'],
    [
      {
        falla: distritos > 1 && Object.keys(secciones).length === 0,
        dice: `Sin secciones, cada persona tendrá que saber cuál de los ${distritos} distritos es el suyo`,
        remedio: 'Cárguelas antes de publicar',
      },
    ],
  )
}

/** A comunidad lies in a municipio; nothing else lies in anything. */
function demarcacionFaltas({ demarcaciones, entidad }: ProcesoPack): Falta[] {
  const tipos = new Map(demarcaciones.map(({ clave, tipo }) => [clave, tipo]))
  return [
    ...probarFilas(['demarcaciones'], demarcaciones, ({ clave, tipo, pertenece, regimen }) => [
      {
        falla: tipo === 'comunidad' && tipos.get(pertenece ?? '') !== 'municipio',
        en: ['pertenece'],
        dice: `La comunidad «${clave}» no pertenece a un municipio del paquete`,
        remedio: 'Escriba en «pertenece» la clave de su municipio',
      },
      {
        falla: tipo !== 'comunidad' && pertenece !== null,
        en: ['pertenece'],
        dice: `«${clave}» es ${tipo}, y sólo una comunidad pertenece a otro lugar`,
        remedio: 'Escriba null en «pertenece»',
      },
      {
        falla: tipo !== 'municipio' && regimen !== null,
        en: ['regimen'],
        dice: `«${clave}» es ${tipo}, y sólo un municipio tiene régimen`,
        remedio: 'Escriba null en «regimen»',
      },
      {
        falla: tipo === 'entidad' && clave !== entidad.clave,
        en: ['clave'],
        dice: `La entidad «${clave}» no es la de paquete.json, «${entidad.clave}»`,
        remedio: 'Use la misma clave en los dos archivos',
      },
    ]),
  ]
}

function contiendaFaltas({ contiendas, demarcaciones, cargos }: ProcesoPack): Falta[] {
  const lugares = new Map(demarcaciones.map((each) => [each.clave, each]))
  const tipoDe = new Map(cargos.map(({ clave, demarcacion }) => [clave, demarcacion]))
  return probarFilas(['contiendas'], contiendas, ({ clave, cargo, demarcacion, lugares: cuantos }) => {
    const lugar = lugares.get(demarcacion)
    return [
      {
        falla: lugar === undefined || tipoDe.get(cargo) !== lugar.tipo,
        dice: `La contienda «${clave}» es de un lugar que no es de su cargo`,
        remedio: 'Revise «demarcacion» en cargos.json y demarcaciones.json',
      },
      {
        falla: lugar?.regimen === 'sistemas_normativos',
        dice: `La contienda «${clave}» es de un municipio de sistemas normativos`,
        remedio: 'Quítela: ese municipio elige por su propio sistema',
      },
      {
        falla: !Number.isInteger(cuantos) || cuantos < 1,
        en: ['lugares'],
        dice: `lugares.json no dice cuántos lugares tiene «${clave}»`,
        remedio: 'Agregue una fila con su cargo, y con su demarcación si no es igual en todas',
      },
    ]
  })
}

function seccionFaltas({ secciones, demarcaciones }: ProcesoPack): Falta[] {
  const tipos = new Map(demarcaciones.map(({ clave, tipo }) => [clave, tipo]))
  const hayDistritos = demarcaciones.some(({ tipo }) => tipo === 'distrito')
  const usados = new Set(Object.values(secciones).flat())
  return [
    ...Object.entries(secciones).flatMap(
      ([seccion, [municipio, distrito]]) =>
      probar(['secciones', seccion], [
        { falla: !/^[1-9]\d{0,3}$/.test(seccion), dice: `«${seccion}» no es el número de una sección`, remedio: 'Escriba el número sin ceros al principio' },
        {
          falla: tipos.get(municipio) !== 'municipio',
          dice: `La sección ${seccion} es del municipio «${municipio}», que no existe`,
          remedio: 'Use la clave de un municipio de demarcaciones.json',
        },
        {
          falla: tipos.get(distrito) !== 'distrito' && (hayDistritos || distrito !== ''),
          dice: `La sección ${seccion} es del distrito «${distrito}», que no existe`,
          remedio: 'Use la clave de un distrito de demarcaciones.json',
        },
      ]), // prettier-ignore
    ),
    ...probarFilas(['demarcaciones'], demarcaciones, ({ clave, tipo, nombre }) => [
      {
        falla: usados.size > 0 && (tipo === 'municipio' || tipo === 'distrito') && !usados.has(clave),
        dice: `«${nombre}» (${clave}) no tiene ninguna sección`,
        remedio: 'Agregue sus secciones a secciones.json, o corrija la clave',
      },
    ]),
  ]
}
