import { CALIDADES, ESTATUS_CANDIDATURA, ID_O_COMIENZO } from '@conoceles/domain'
import { Entero, Opcion, Texto, Textos } from '../../shared/validacion/fields.ts'

const NOMBRE_O_CLAVE = 'Nombre o clave; los acentos no importan.'
const CANDIDATURA = 'Identificador de una candidatura, como lo da la búsqueda, o su principio.'

export class BuscarCandidaturasDto {
  @Texto({ descripcion: 'Palabras del nombre de la persona, en cualquier orden.', opcional: true, max: 100, ejemplo: 'maria lopez' })
  nombre?: string
  @Texto({ descripcion: `Cargo. ${NOMBRE_O_CLAVE}`, opcional: true, max: 80, ejemplo: 'presidencia municipal' }) cargo?: string
  @Texto({ descripcion: `Municipio. ${NOMBRE_O_CLAVE}`, opcional: true, max: 80, ejemplo: 'Cuernavaca' }) municipio?: string
  @Texto({ descripcion: `Distrito electoral local. ${NOMBRE_O_CLAVE}`, opcional: true, max: 80 }) distrito?: string
  @Texto({
    descripcion: `Partido, alianza o candidatura independiente. ${NOMBRE_O_CLAVE} De un partido, también quienes postula su alianza.`,
    opcional: true,
    max: 120,
  })
  partido?: string
  @Texto({ descripcion: 'Clave de una contienda, como la da la boleta.', opcional: true, max: 80, patron: /^[\w-]+$/ }) contienda?: string
  @Opcion(CALIDADES, { descripcion: 'Propietaria o suplente.', opcional: true }) calidad?: (typeof CALIDADES)[number]
  @Opcion(ESTATUS_CANDIDATURA, {
    descripcion: 'Estatus de la candidatura. Sin él ni nombre, se listan las aprobadas y las canceladas.',
    opcional: true,
  })
  estatus?: (typeof ESTATUS_CANDIDATURA)[number]
  @Texto({ descripcion: 'Sexo o género, como lo dice cada candidatura.', opcional: true, max: 40, ejemplo: 'mujer' }) sexo?: string
  @Texto({ descripcion: 'Valor de `siguiente` de la respuesta anterior.', opcional: true, max: 200 }) despues?: string
  @Entero({ descripcion: 'Cuántas, hasta 50; si no se dice, 20.', opcional: true, min: 1, max: 50 }) limite?: number
}

export class LugarDeBoletaDto {
  @Texto({ descripcion: 'Número de la sección electoral.', opcional: true, max: 10, ejemplo: '312' }) seccion?: string
  @Texto({ descripcion: `Municipio, si no se sabe la sección. ${NOMBRE_O_CLAVE}`, opcional: true, max: 80 }) municipio?: string
  @Texto({ descripcion: `Distrito, si el municipio tiene varios. ${NOMBRE_O_CLAVE}`, opcional: true, max: 80 }) distrito?: string
}

export class VerCandidaturaDto {
  @Texto({ descripcion: CANDIDATURA, patron: ID_O_COMIENZO, max: 36 }) id: string
}

export class CompararDto {
  @Textos({ descripcion: `De 2 a 4. ${CANDIDATURA}` }) ids: string[]
}

export class VerEstadisticaDto {
  @Texto({ descripcion: 'Clave o título de una tabla; sin ella, se dicen las que hay.', opcional: true, max: 120 }) tabla?: string
}
