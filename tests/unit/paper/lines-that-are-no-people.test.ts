import { describe, expect, test } from 'vitest'
import { remarkReader } from '#lib/paper/find-remark.ts'

describe('a line that is no person', () => {
  const header = ['Nom', 'Courriel', 'Employeur', 'Pays']
  const remarkOf = remarkReader(header, ['name', 'email', 'organisation', 'country'])

  test.each([
    ['total', ['Total : 12']],
    ['total', ['TOTAL', '', '', '12']],
    ['total', ['Total général : 1 234 signatures']],
    ['total', ['Sous-total page 2', '', '24']],
    ['total', ['', '', 'Total', '12']],
    ['total', ['12 signatures']],
    ['total', ['Number of signatures: 40']],
    ['total', ['Summe', '7']],
    ['heading', ['NOM', 'courriel', 'Employeur', 'Pays']],
    ['heading', ['Nom', '', '', '']],
    ['heading', ['Nom complet', 'Adresse e-mail', 'Organisation', 'Pays']],
    ['note', ['Note : recueillies au congrès de Lyon']],
    ['note', ['NB: two sheets are missing']],
    ['note', ['Page 2 / 7']],
    ['note', ['Feuille 3']],
    ['note', ['* noms illisibles']],
    ['note', ['Ces personnes ont signé lors de la réunion du 12 mai à Lyon']],
    ['note', ['12/05/2026']],
    ['note', ['17', '', '', '']],
    ['empty', ['', '', '', 'France']],
    ['empty', ['-', '—', '...', '']],
    ['empty', ['\u200b', '', '\u00a0', '']],
  ])('%s: %j', (kind, cells) => {
    expect(remarkOf(cells)).toBe(kind)
  })

  test.each([
    [['Total', 'total@example.org']],
    [['Jean Total']],
    [['Total Energies', '', '', 'France']],
    [['Larry Page']],
    [['Page, Larry']],
    [['Nathalie Source', '', 'Source: une maison']],
    [['List, Franz']],
    [['Maria da Conceição dos Santos Ferreira da Silva']],
    [['', 'zoe@example.org']],
    [['', '', 'Clinique des Tilleuls']],
    [['Noté', '']],
    [['李']],
    [['J.P.Martin']],
  ])('%j is a person, right or wrong', cells => {
    expect(remarkOf(cells)).toBeNull()
  })
})
