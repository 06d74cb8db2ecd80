import { inForceOf } from './filtros.ts'

const lists = [
  { key: 'cargo', label: 'Cargo', options: [{ value: 'sindicatura', label: 'Sindicatura (1,033)' }] },
  { key: 'actor', label: 'Actor político', options: [] },
]

describe('the filters in force', () => {
  it('are told in words, the text that is sought first, without the number that an option carries', () => {
    expect(inForceOf(lists, { cargo: 'sindicatura', q: 'lópez' })).toEqual([
      { key: 'q', text: '«lópez»' },
      { key: 'cargo', text: 'Cargo: Sindicatura' },
    ])
  })

  it('are named by their value where no option has it, and are none where nothing is asked', () => {
    expect(inForceOf(lists, { actor: 'OTRO' })).toEqual([{ key: 'actor', text: 'Actor político: OTRO' }])
    expect(inForceOf(lists, {})).toEqual([])
  })
})
