import {
  checkRespuestas,
  compileCuestionario,
  esVisible,
  faltantesDe,
  seccionesDe,
  type CompiledCuestionario,
} from '@conoceles/cuestionarios'
import {
  datosConFuente,
  datosSueltos,
  MILESTONES,
  PARTES_DATO,
  type IdiomaPack,
  type MembretePack,
  type MosaicoPack,
} from '@conoceles/domain'
import { idiomaDePrueba } from '../../support/proceso-ficticio/idioma.ts'
import { packFaults, packFicticio } from '../../support/proceso-ficticio/index.ts'
import { INCLUIDOS, leer, paquete, textosCreados } from '../../support/paquete.ts'

/** Packs that the program brings, and one of an institute that only answered the ten questions. */
const CUALQUIERA = [...INCLUIDOS.map(paquete), leer(textosCreados())]

describe.each([...CUALQUIERA, packFicticio])('process pack $clave', (each) => {
  it('has no fault: keys, references, sources, dates, questions, policy and names', () => {
    expect(packFaults(each)).toEqual([])
  })

  it('tells each fact to confirm by a key of its own, in a part that por-confirmar.json can name', () => {
    const { reglasAviso: aviso, senas: _senas, ...parts } = each
    const datos = datosConFuente({ ...parts, aviso, sueltos: datosSueltos(each) }, [])
    const claves = datos.map(({ clave }) => clave)
    expect(claves.filter((clave, at) => claves.indexOf(clave) < at)).toEqual([])
    expect(claves.filter((clave) => !PARTES_DATO.includes(clave.split('.')[0] ?? ''))).toEqual([])
  })
})

describe.each(CUALQUIERA)('the texts of $clave', ({ actores, avisosPrivacidad, consulta }) => {
  it('name no algorithm to citizens', () => {
    const said = JSON.stringify(consulta.preguntas)
    expect(said.match(/murmur\w*|sha-?\d+|utf-?8|\bhash\b|\bjson\b|\bapi\b/gi)).toBeNull()
  })

  it('say in easy reading one short idea a sentence, in words of every day', () => {
    const said = consulta.lecturaFacil?.apartados.flatMap(({ partes }) => partes.flatMap(({ frases }) => frases)) ?? []
    const words = (frase: string) => frase.split(' ').length
    expect(said.filter((frase) => words(frase) > 14 || !/[.?]$/.test(frase) || /[;()%]/.test(frase))).toEqual([])
  })

  it('are avisos that a real proceso may show, if any: their doubts can be left out', () => {
    for (const { integral, simplificado } of avisosPrivacidad) {
      for (const texto of [integral, simplificado]) expect(texto).not.toMatch(/simulacro|fictici/i)
      expect(integral).toMatch(/\[\[[^\]]*por confirmar/)
    }
  })

  it('name no person', () => {
    const nombres = actores.filter(({ tipo }) => tipo === 'independiente').map(({ nombre }) => nombre)
    expect(nombres.filter((nombre) => !/^Candidatura independiente \(/.test(nombre))).toEqual([])
  })
})

describe.each(CUALQUIERA)('the programme of $clave', ({ programa }) => {
  it('gives each actividad its steps and responsible areas', () => {
    const areas = new Set(programa.areas.map(({ clave }) => clave))
    for (const { cadena } of programa.actividades) {
      expect(cadena.length).toBeGreaterThan(0)
      for (const { responsables } of cadena) expect(responsables.filter((area) => !areas.has(area))).toEqual([])
    }
  })

  it('names only what exists, and each statement once', () => {
    const claves = programa.actividades.flatMap(({ statements }) => statements.map(({ clave }) => clave))
    expect(new Set(claves).size).toBe(claves.length)
    const actividades = new Set(programa.actividades.map(({ clave }) => clave))
    const named = programa.actividades.flatMap(({ statements }) =>
      statements.flatMap(({ regla }) => (regla.tipo === 'despues' && regla.de.actividad !== null ? [regla.de.actividad] : [])),
    )
    expect([...named, ...programa.hechos.map(({ actividad }) => actividad)].filter((clave) => !actividades.has(clave))).toEqual([])
    expect(programa.hechos.every(({ milestone }) => MILESTONES.includes(milestone))).toBe(true)
  })
})

describe('packFaults', () => {
  it('sees a broken reference, a missing source and a public identity answer', () => {
    const broken = structuredClone(packFicticio)
    broken.postulaciones.push({ contienda: 'ninguna', actor: 'nadie', integrantes: ['LUCES'], orden: 9, fuente: '', confianza: 'alta' })
    broken.politicaPublicacion.campos.forEach((campo) => Object.assign(campo, { publico: true }))
    const faults = packFaults(broken)
    expect(faults).toEqual(
      expect.arrayContaining([
        '«nadie» se postula en «ninguna», que no es una contienda',
        'No existe el actor político «nadie»',
        'Este dato no dice su fuente',
      ]),
    )
    expect(faults).toEqual(
      expect.arrayContaining([
        '«islena» es un dato sensible y quedaría público',
        '«fecha_nacimiento» es un dato sensible y quedaría público',
      ]),
    )
  })

  it('sees a map that draws somebody twice, outside, out of order or without credit', () => {
    const faultsOf = (change: (mosaico: MosaicoPack) => void) => {
      const broken = structuredClone(packFicticio)
      change((broken.mosaicos ?? [])[0] as MosaicoPack)
      return packFaults(broken)
    }
    expect(faultsOf(({ teselas }) => Object.assign(teselas[2] ?? {}, { clave: 'm1' }))).toEqual([
      'El mapa de tipo municipio no dibuja cada lugar una vez',
    ])
    expect(faultsOf(({ teselas }) => Object.assign(teselas[2] ?? {}, { columna: 1 }))).toEqual([
      'El mapa de tipo municipio tiene dos cuadros en 201',
      'El mapa de tipo municipio no está en orden de lectura',
    ])
    expect(faultsOf(({ teselas }) => Object.assign(teselas[2] ?? {}, { columna: 3 }))).toEqual([
      'El mapa de tipo municipio tiene un cuadro fuera',
    ])
    expect(faultsOf((mosaico) => Object.assign(mosaico, { credito: '' }))).toEqual([
      'El mapa de tipo municipio no dice su crédito o su fuente',
    ])
  })
})

describe('the letterhead', () => {
  it('is refused with two lemas on a day, an emblem that is no picture, a doubt in print or no source', () => {
    const faultsOf = (change: (each: MembretePack) => void) => {
      const broken = structuredClone(packFicticio)
      change(broken.membrete as MembretePack)
      return packFaults(broken)
    }
    expect(faultsOf(({ lemas }) => lemas.push(...lemas))).toEqual(['El lema del 2030-01-01 coincide con otro en sus días'])
    expect(faultsOf(({ emblema }) => Object.assign(emblema, { png: 'PHN2Zz4=' }))).toEqual(['El emblema del membrete no es un PNG'])
    expect(faultsOf(({ area }) => Object.assign(area, { texto: 'Área por confirmar' }))).toEqual([
      'El membrete imprimiría «Área por confirmar»',
    ])
    expect(faultsOf(({ sitio }) => Object.assign(sitio, { fuente: '' }))).toEqual(['«sitio» del membrete no dice su fuente'])
  })
})

describe('the catalogue of grounds', () => {
  it('has a fault where one has no text, no way to mend it that says something, or a confirmed article that is none', () => {
    const broken = structuredClone(packFicticio)
    const [first, second, third] = broken.supuestos
    Object.assign(first ?? {}, { catalogo: undefined })
    Object.assign(second?.catalogo ?? {}, { objeto: 'firma', hallazgo: '', comoSubsanar: '' })
    Object.assign(third?.catalogo?.fundamento ?? {}, { confianza: 'alta' })
    expect(packFaults(broken)).toEqual([
      'El supuesto «ilegible» no está en el catálogo',
      'El supuesto «ajeno» es de «firma»',
      'El supuesto «ajeno» no dice el hallazgo',
      'El supuesto «ajeno» no dice cómo se subsana',
      'El supuesto «foto_oscura» da por confirmado un artículo que no dice',
    ])
  })
})

describe('packFaults, of a language', () => {
  const faultsOf = (change: Partial<IdiomaPack>) =>
    packFaults({ ...packFicticio, idiomas: [{ ...idiomaDePrueba(packFicticio), ...change }] })

  it('finds none in one that has every text, or any of them', () => {
    expect(faultsOf({})).toEqual([])
    expect(faultsOf({ mensajes: {}, frases: {} })).toEqual([])
    const { mensajes, frases } = idiomaDePrueba(packFicticio)
    expect([Object.keys(mensajes).length > 500, Object.keys(frases).length > 10]).toEqual([true, true])
  })

  it('refuses a text that the site does not have, one that is empty, and one with placeholders missing or added', () => {
    expect(faultsOf({ mensajes: { 'site.nada': '⟦x⟧' }, frases: { 'Nada de esto.': '⟦x⟧' } })).toEqual([
      'qps-ploc, «site.nada» no es un texto del sitio',
      'qps-ploc, «Nada de esto.» no es un texto del sitio',
    ])
    expect(faultsOf({ mensajes: { 'site.skip': ' ', 'inicio.figureOf': '⟦{n}⟧', 'site.boleta': '⟦{otra}⟧' }, frases: {} })).toEqual([
      'qps-ploc, «site.skip» está vacío',
      'qps-ploc, «inicio.figureOf» debe llevar {n} {total} y lleva {n}',
      'qps-ploc, «site.boleta» no debe llevar variables y lleva {otra}',
    ])
  })

  it('refuses a doubtful code, and one that is there twice', () => {
    const isRefused = (codigo: string) => faultsOf({ codigo }).length > 0
    expect(['nahuatl', 'Nah', 'náh', 'xx', 'spa', 'es', 'es-mx', 'n', 'nah_mx', ''].filter((codigo) => !isRefused(codigo))).toEqual([])
    expect(['nah', 'nhn', 'yua-latn', 'en'].filter(isRefused)).toEqual([])
    const idioma = idiomaDePrueba(packFicticio)
    expect(packFaults({ ...packFicticio, idiomas: [idioma, idioma] })).toEqual(['«qps-ploc» está dos veces'])
  })

  it('refuses one without a name, a direction, a source, or a whole validation', () => {
    expect(faultsOf({ nombre: '', sentido: 'abajo' as 'ltr', fuente: '', validacion: { quien: '', fecha: 'ayer' } })).toEqual([
      'El idioma «qps-ploc» no tiene nombre propio',
      'El idioma «qps-ploc» no se escribe en ningún sentido',
      'A la validación de «qps-ploc» le falta quién o cuándo',
      'El idioma «qps-ploc» no dice su fuente',
    ])
  })
})

it('packFaults refuses a video without https, length, size, interpreter or source, and a second one of its page', () => {
  const good = { pagina: '/como-votar', direccion: 'https://instituto.example/v.mp4', segundos: 90, bytes: 14_000_000, quien: 'X' }
  const sourced = { fuente: 'Inventado para las pruebas', confianza: 'alta' } as const
  expect(packFaults({ ...packFicticio, senas: [{ ...good, ...sourced }] })).toEqual([])
  const bad = {
    pagina: 'votar',
    direccion: 'http://otro.example/v.mp4',
    segundos: 0,
    bytes: 0.5,
    quien: '',
    fuente: '',
    confianza: 'alta',
  } as const
  expect(packFaults({ ...packFicticio, senas: [bad] })).toHaveLength(6)
  expect(packFaults({ ...packFicticio, senas: [1, 2].map(() => ({ ...good, ...sourced })) })).toEqual(['Hay dos videos de /como-votar'])
})

describe.each(CUALQUIERA)('the cuestionarios of $clave', ({ cuestionarios }) => {
  const compiled = (tipo: string): CompiledCuestionario => {
    const found = cuestionarios.find((each) => each.tipo === tipo)
    if (found === undefined) throw new Error(`no cuestionario ${tipo}`)
    return compileCuestionario(found)
  }
  const identidad = compiled('identidad')
  const curricular = compiled('curricular')

  it('ask the twenty numbered questions of the INE in eight sections', () => {
    const numbers = [...identidad.questions.values()].flatMap((each) => (each['x-columnaIne'] ? [parseInt(each['x-columnaIne'], 10)] : []))
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
    expect(seccionesDe(identidad)).toHaveLength(8)
  })

  it('fill the fourteen columns of the INE that the candidatura writes', () => {
    const columns = new Set([...curricular.questions.values()].map((each) => each['x-columnaIne']).filter(Boolean))
    expect(columns.size).toBe(14)
  })

  it('ask young or old, and follow-ups only of the personas concerned', () => {
    expect(esVisible(identidad, 'mayor_pertenencia', { joven_pertenencia: 'Sí' })).toBe(false)
    expect(esVisible(identidad, 'joven_pertenencia', { mayor_pertenencia: 'Sí' })).toBe(false)
    expect(esVisible(identidad, 'indigena_pueblo', { indigena_autoadscripcion: 'No' })).toBe(false)
    expect(esVisible(identidad, 'discapacidad_sentido', { discapacidad_condicion: 'Sí', discapacidad_tipo: 'Sensorial' })).toBe(true)
  })

  it('are complete with «Prefiero no contestar» in every visible question', () => {
    const refusals = [...identidad.questions]
      .filter(([, question]) => question.enum?.includes('Prefiero no contestar'))
      .map(([campo]) => [campo, 'Prefiero no contestar'])
    const todas = Object.fromEntries(refusals) as Record<string, unknown>
    const left = seccionesDe(identidad).flatMap(({ clave, campos }) => {
      const own = Object.fromEntries(campos.filter((campo) => campo in todas).map((campo) => [campo, todas[campo]]))
      return [...checkRespuestas(identidad, clave, own, todas), ...faltantesDe(identidad, clave, own, todas)]
    })
    expect(left).toEqual([])
  })

  it('count 280 to 1,600 without blanks in a propuesta, and ask no diploma of a persona without studies', () => {
    expect(faltantesDe(curricular, 'propuestas', { propuesta_1: 'a '.repeat(243) }, {})[0]?.razones).toEqual([
      'Faltan 37 caracteres, sin contar espacios',
    ])
    expect(checkRespuestas(curricular, 'propuestas', { propuesta_1: 'a '.repeat(1600) }, {})).toEqual([])
    expect(checkRespuestas(curricular, 'propuestas', { propuesta_1: 'a '.repeat(1601) }, {})).toHaveLength(1)
    expect(faltantesDe(curricular, 'estudios', { escolaridad: 'Sin estudios' }, {})).toEqual([])
    expect(faltantesDe(curricular, 'estudios', { escolaridad: 'Maestría' }, {})).toHaveLength(1)
  })
})
