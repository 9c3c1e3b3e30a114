<?php

// What sabre/vobject says of vCards or calendars, and what it reads in them:
// AUTOLOAD vcards|calendars FILE... -> JSON, file by file.

use Sabre\VObject\Property\DateTime as Moment;
use Sabre\VObject\Reader;

error_reporting(E_ALL & ~E_DEPRECATED);
ini_set('display_errors', 'stderr');
date_default_timezone_set('UTC');
require $argv[1];

function text($property): string
{
    // It leaves these escapes to whoever reads a value that is not in parts.
    return strtr((string) $property, ['\\,' => ',', '\\;' => ';']);
}

function parts($property): array
{
    return $property ? $property->getParts() : [];
}

function texts($properties): array
{
    return array_map('text', $properties ? iterator_to_array($properties, false) : []);
}

function card($card): array
{
    return [
        'version' => (string) $card->VERSION,
        'fn' => text($card->FN),
        'n' => parts($card->N),
        'tel' => texts($card->TEL),
        'email' => texts($card->EMAIL),
        'org' => parts($card->ORG),
        'note' => text($card->NOTE),
        'categories' => parts($card->CATEGORIES),
        'uid' => text($card->UID),
    ];
}

function moment(?\DateTime $time, ?int $type): string
{
    if (!$time) {
        return '';
    }
    if ($type === Moment::DATE) {
        return $time->format('Y-m-d');
    }
    $utc = (clone $time)->setTimezone(new DateTimeZone('UTC'));
    return $type === Moment::LOCAL ? $time->format('Y-m-d\TH:i:s') : $utc->format('Y-m-d\TH:i:s\Z');
}

function alarm($alarm): string
{
    if (strtoupper((string) $alarm->TRIGGER['VALUE']) === 'DATE-TIME') {
        [$type, $time] = Moment::parseData((string) $alarm->TRIGGER, $alarm->TRIGGER);
        return moment($time, $type);
    }
    return moment($alarm->getEffectiveTriggerTime(), Moment::UTC);
}

function entry($entry): array
{
    $start = $entry->DTSTART ?? $entry->DUE;
    return [
        'kind' => $entry->name,
        'uid' => text($entry->UID),
        'summary' => text($entry->SUMMARY),
        'start' => $start ? moment($start->getDateTime(), $start->getDateType()) : '',
        'alarms' => array_map('alarm', $entry->VALARM ? iterator_to_array($entry->VALARM, false) : []),
        'sequence' => (int) (string) $entry->SEQUENCE,
        'status' => text($entry->STATUS),
    ];
}

function roots(string $kind, string $content): array
{
    // The reader stops behind the first one, whatever follows.
    $name = $kind === 'vcards' ? 'VCARD' : 'VCALENDAR';
    $pieces = preg_split("/^(?=BEGIN:$name)/mi", $content, -1, PREG_SPLIT_NO_EMPTY);
    return array_map([Reader::class, 'read'], $pieces);
}

function answer(string $kind, string $file): array
{
    $complaints = $read = [];
    try {
        foreach (roots($kind, file_get_contents($file)) as $root) {
            $complaints = [...$complaints, ...array_column($root->validate(), 'message')];
            $inside = [...$root->select('VEVENT'), ...$root->select('VTODO')];
            $read = [...$read, ...($kind === 'vcards' ? [card($root)] : array_map('entry', $inside))];
        }
    } catch (\Throwable $error) {
        $complaints[] = $error->getMessage();
    }
    return ['complaints' => $complaints, 'read' => $read];
}

$files = array_slice($argv, 3);
$answers = array_map(fn ($file) => answer($argv[2], $file), $files);
echo json_encode((object) array_combine($files, $answers), JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE);
