import { describe, expect, test } from 'vitest'
import {
  isAddressOfWebsite,
  isDisposable,
  isFreeProvider,
  verifiedDomain,
} from '#lib/signatures/trust/mail-domains.ts'
import { organisationFacts } from '#lib/signatures/trust/organisation-facts.ts'
import { organisationKey } from '#lib/signatures/trust/organisation-key.ts'
import { siteOf } from '#lib/text/website.ts'

describe('one organisation, however it is written', () => {
  test.each([
    ['CHU de Lyon', 'chu lyon'],
    ['C.H.U. de Lyon', 'CHU Lyon'],
    ['Hôpital Saint-Louis', 'hopital SAINT LOUIS'],
    ['L’Hôpital Saint Louis', 'hôpital saint-louis'],
    ['Les Médecins du port', 'Médecins du Port'],
    ['The Red Cross', 'Red Cross, the'],
    ['Siemens AG & Co', 'Siemens AG  Co'],
    ['Clinique des Tilleuls SARL', 'Clinique des Tilleuls'],
    ['北京协和医院', '北京协和医院'],
    ['Hôpital du Sacré-Cœur', 'Hopital du Sacre-Coeur'],
    ['Hôpital du Sacré‑Cœur', 'HÔPITAL DU SACRÉ CŒUR'],
    ['L’Œuvre d’Orient', "L'Oeuvre d'Orient"],
    ['Sygehus Sønderjylland', 'Sygehus Sonderjylland'],
    ['Großklinikum München', 'Grossklinikum Munchen'],
    ['Szpital św. Łukasza', 'Szpital sw. Lukasza'],
  ])('%s is %s', (one, other) => {
    expect(organisationKey(one)).toBe(organisationKey(other))
  })

  test.each([
    ['CHU de Lyon', 'CHU de Rouen'],
    ['Hôpital Saint-Louis', 'Hôpital Sainte-Anne'],
    ['The The', ''],
  ])('%s is not %s', (one, other) => {
    expect(organisationKey(one)).not.toBe(organisationKey(other))
  })
})

describe('an address that belongs to a website', () => {
  test.each([
    ['amina@hospital.example', 'https://hospital.example/'],
    ['amina@mail.hospital.example', 'https://www.hospital.example/'],
    ['a@trust.nhs.uk', 'https://www.trust.nhs.uk/'],
  ])('%s and %s', (email, website) => {
    expect(isAddressOfWebsite(email, website)).toBe(true)
  })

  test.each([
    ['amina@hospital.example', null],
    ['amina@hospital.example', 'https://other.example/'],
    ['amina@hospital.example.evil.org', 'https://hospital.example/'],
    ['amina@evilhospital.example', 'https://hospital.example/'],
    ['amina@gmail.com', 'https://gmail.com/'],
    ['amina@laposte.net', 'https://www.laposte.net/'],
    ['a@one.co.uk', 'https://two.co.uk/'],
    ['a@one.github.io', 'https://two.github.io/'],
    ['a@free.fr', 'https://free.fr/'],
    ['a@orange.fr', 'https://www.orange.fr/'],
    ['a@bluewin.ch', 'https://www.bluewin.ch/'],
    ['a@t-online.de', 'https://www.t-online.de/'],
    ['a@comcast.net', 'https://comcast.net/'],
    ['a@sunrise.ch', 'https://sunrise.ch/'],
    ['a@mail.telenet.be', 'https://telenet.be/'],
    ['a@posteo.de', 'https://posteo.de/'],
    ['a@gmx.lu', 'https://gmx.lu/'],
    ['a@facebook.com', 'https://facebook.com/nurses'],
    ['a@medium.com', 'https://medium.com/@nurses'],
    ['a@google.com', 'https://sites.google.com/view/nurses'],
    ['a@wordpress.com', 'https://nurses.wordpress.com/'],
    ['a@linkedin.com', 'https://www.linkedin.com/company/nurses'],
  ])('%s is not of %s', (email, website) => {
    expect(isAddressOfWebsite(email, website)).toBe(false)
  })

  test('only an organisation has a verified domain', () => {
    const told = { email: 'a@h.example', organisation: 'H', website: 'https://h.example/' }
    expect(organisationFacts({ ...told, kind: 'organisation' })).toEqual({
      organisationKey: 'h',
      isDomainVerified: true,
    })
    expect(organisationFacts({ ...told, kind: 'individual' })).toEqual({
      organisationKey: null,
      isDomainVerified: false,
    })
  })
})

describe('providers', () => {
  test.each(['mailinator.com', 'yopmail.com', 'any.mailinator.com'])(
    '%s is thrown away',
    domain => {
      expect(isDisposable(`x@${domain}`)).toBe(true)
    },
  )
  test.each(['gmail.com', 'laposte.net', 'proton.me', 'orange.fr', 'chu-lyon.fr'])(
    '%s is not',
    domain => {
      expect(isDisposable(`x@${domain}`)).toBe(false)
    },
  )
  test('anyone may have an address of a free provider, nobody of a hospital', () => {
    for (const domain of ['gmail.com', 'laposte.net', 'gmx.de', 'yahoo.fr'])
      expect(isFreeProvider(`x@${domain}`)).toBe(true)
    for (const domain of ['chu-lyon.fr', 'icrc.org', 'hospital.example'])
      expect(isFreeProvider(`x@${domain}`)).toBe(false)
  })
})

test('on a host that many share, two groups are two organisations', () => {
  expect(siteOf('facebook.com/nurses')).not.toBe(siteOf('facebook.com/doctors'))
  expect(siteOf('facebook.com/nurses')).toBe(siteOf('https://WWW.Facebook.com/Nurses/?ref=page'))
})

test('the mark names the domain, and stands nowhere else', () => {
  const website = 'https://www.icrc.org/'
  expect(verifiedDomain({ isDomainVerified: true, website })).toBe('icrc.org')
  expect(verifiedDomain({ isDomainVerified: false, website })).toBeNull()
  expect(verifiedDomain({ isDomainVerified: true, website: null })).toBeNull()
})

describe('the website of an organisation', () => {
  test.each([
    ['hospital.example', 'https://hospital.example/'],
    [' HTTP://Www.Hospital.example/about?x=1#y ', 'https://www.hospital.example/'],
    ['hôpital.example', 'https://xn--hpital-ixa.example/'],
    ['facebook.com/Group', 'https://facebook.com/group'],
    [
      'https://www.facebook.com/groups/Infirmieres/about',
      'https://facebook.com/groups/infirmieres',
    ],
    ['https://m.facebook.com/profile.php?id=123&ref=x', 'https://facebook.com/profile.php?id=123'],
    ['fr.linkedin.com/company/chu-lyon/about/', 'https://linkedin.com/company/chu-lyon'],
    ['https://sites.google.com/view/Nurses/home', 'https://sites.google.com/view/Nurses'],
    ['https://medium.com/@x/a-story', 'https://medium.com/@x'],
    ['https://someone.github.io/project', 'https://someone.github.io/'],
    ['https://nurses.wordpress.com/2026/11', 'https://nurses.wordpress.com/'],
    ['perso.free.fr/nurses/index.html', 'https://perso.free.fr/nurses'],
    ['youtube.com/channel/UCaB/videos', 'https://youtube.com/channel/UCaB'],
    ['facebook.com', 'https://facebook.com/'],
    ['notfacebook.com/group', 'https://notfacebook.com/'],
  ])('%j is %s', (typed, site) => {
    expect(siteOf(typed)).toBe(site)
  })

  test.each([
    'javascript:alert(1)',
    'https://user:secret@hospital.example',
    'https://hospital.example:8443',
    'https://127.0.0.1/',
    'https://[::1]/',
    'localhost',
    'not a site',
    'ftp://hospital.example',
    'https://facebook.com/jos\ufffd',
    `https://${'x'.repeat(250)}.example`,
  ])('%j is none', typed => {
    expect(siteOf(typed)).toBeNull()
  })
})
