package io.voicecloner.fuzz;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An address in one line, and the answer of DNS behind it: each an even byte and four of IPv4, or an odd one and sixteen of IPv6. */
public final class AddressInput {
    private static final int MOST = 8;

    private final String address;
    private final byte[] answer;

    public AddressInput(byte[] input) {
        int end = 0;
        while (end < input.length && input[end] != '\n' && input[end] != '\r') {
            end++;
        }
        this.address = new String(input, 0, end, StandardCharsets.UTF_8);
        this.answer = Arrays.copyOfRange(input, Math.min(input.length, end + 1), input.length);
    }

    public String address() {
        return address;
    }

    /** What DNS says, of whatever name. */
    public List<InetAddress> addressesOf(String host) throws UnknownHostException {
        List<InetAddress> addresses = new ArrayList<>();
        for (int position = 0; position < answer.length && addresses.size() < MOST; ) {
            int length = answer[position] % 2 == 0 ? 4 : 16;
            if (position + 1 + length > answer.length) {
                break;
            }
            addresses.add(
                    InetAddress.getByAddress(host, Arrays.copyOfRange(answer, position + 1, position + 1 + length)));
            position += 1 + length;
        }
        if (addresses.isEmpty()) {
            throw new UnknownHostException(host);
        }
        return addresses;
    }
}
